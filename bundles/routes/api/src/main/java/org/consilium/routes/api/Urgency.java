package org.consilium.routes.api;

/** How soon a consultation is needed. */
public enum Urgency {
    /** «Экстренная». */
    EMERGENCY,
    /** «Неотложная». */
    URGENT,
    /** «Плановая». */
    PLANNED
}
