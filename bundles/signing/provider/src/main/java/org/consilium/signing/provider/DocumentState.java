package org.consilium.signing.provider;

/** How far a document is. */
public enum DocumentState {
    /** Made, not signed; nobody but its author sees it. */
    MADE,
    /** The request waits for its signature, with a term. */
    AWAITING,
    /** Signed; the signature cannot be checked just now. */
    CHECKING,
    /** The signature is good, the archive is kept. */
    SIGNED,
    /** A scan. */
    UPLOADED
}
