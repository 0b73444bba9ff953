package org.consilium.signing.provider;

/** What is known of a signature. */
public enum SignatureState {
    VERIFIED,
    /** Cannot be checked just now; tried again. */
    CHECKING,
    /** Found bad when it could be checked at last; the document wants another one. */
    REFUSED
}
