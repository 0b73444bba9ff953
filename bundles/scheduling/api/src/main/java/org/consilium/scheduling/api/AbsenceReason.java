package org.consilium.scheduling.api;

/** Why a doctor is away. */
public enum AbsenceReason {
    VACATION,
    ILLNESS,
    OTHER
}
