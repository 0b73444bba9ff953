package org.consilium.identity.api;

import java.util.Optional;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The numbers by which the state knows the staff. Apart from {@link StaffMember}, which everybody sees: a СНИЛС is for binding a certificate to an
 * account and for nothing else. Thread-safe.
 */
@ProviderType
public interface StaffIdentifiers {
    /** The СНИЛС of an account, 11 digits; empty while nobody entered it. For other domains on the server, never shown. */
    Optional<String> snils(UUID accountId);

    /**
     * Enters the СНИЛС of an account. The system and regional operators only; others get 403 {@code identity.operator-only}.
     *
     * @param snils with or without dashes and blanks; {@code null} takes it away
     * @throws org.consilium.kernel.ConsiliumException 404 {@code identity.account-unknown}, 422 {@code identity.invalid-snils} (format or
     *     check digits), 409 {@code identity.snils-taken} when another account has it
     */
    void setSnils(Caller caller, UUID accountId, String snils);
}
