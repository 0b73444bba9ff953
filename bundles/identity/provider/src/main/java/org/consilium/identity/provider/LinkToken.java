package org.consilium.identity.provider;

/** The secret of a personal link. */
public record LinkToken(String token) {
    /** Without the token, so that it reaches no log. */
    @Override
    public String toString() {
        return "LinkToken[]";
    }
}
