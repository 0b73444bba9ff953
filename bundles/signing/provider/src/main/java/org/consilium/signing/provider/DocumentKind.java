package org.consilium.signing.provider;

/** What a document is. */
public enum DocumentKind {
    CONCLUSION,
    /** Pages of a paper signed by hand: «без УКЭП». */
    SCAN
}
