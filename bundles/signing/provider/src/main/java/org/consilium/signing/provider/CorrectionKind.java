package org.consilium.signing.provider;

/** How a signed conclusion is put right. */
public enum CorrectionKind {
    /** A whole new one in its place. */
    VERSION,
    /** One that completes it. */
    ADDENDUM
}
