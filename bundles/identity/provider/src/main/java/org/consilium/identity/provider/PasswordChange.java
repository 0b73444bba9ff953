package org.consilium.identity.provider;

/** A new password with the current one as proof. */
public record PasswordChange(String current, String replacement) {
    public PasswordChange {
        current = current == null ? "" : current;
    }

    /** Without the passwords, so that they reach no log. */
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
