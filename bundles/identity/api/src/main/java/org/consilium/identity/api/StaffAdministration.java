package org.consilium.identity.api;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes and ends accounts. The system and regional operators only; others get 403 {@code identity.operator-only}. Every method may be
 * called again with the same arguments and does nothing twice. Thread-safe.
 */
@ProviderType
public interface StaffAdministration {
    /**
     * Makes a medical organisation, or leaves the one with this id as it is.
     *
     * @throws org.consilium.kernel.ConsiliumException 422 {@code identity.invalid-organisation}
     */
    void createOrganisation(Caller caller, UUID id, String name);

    /**
     * Makes an account, or answers the one with this id as it is.
     *
     * @param login compared without regard to case
     * @param password in clear; stored as an Argon2id hash
     * @throws org.consilium.kernel.ConsiliumException 422 {@code identity.invalid-account}, 409 {@code identity.login-taken}, 409
     *     {@code identity.id-taken} when the account with this id has another login
     */
    StaffMember createAccount(Caller caller, NewStaffMember member, String login, String password);

    /**
     * Sets a password and ends every session of the account.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code identity.account-unknown}, 422 {@code identity.weak-password}
     */
    void setPassword(Caller caller, UUID accountId, String password);

    /**
     * Ends the account and its sessions at once. Its name stays for the requests that mention it; the login stays taken.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code identity.account-unknown}
     */
    void dismiss(Caller caller, UUID accountId);

    /**
     * Takes a dismissed account back, with the roles and profiles that it had and a new password.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code identity.account-unknown}, 422 {@code identity.weak-password}
     */
    void reinstate(Caller caller, UUID accountId, String password);

    /**
     * The account with a login, also a dismissed one.
     *
     * @param login compared without regard to case
     * @throws org.consilium.kernel.ConsiliumException 404 {@code identity.account-unknown}
     */
    StaffMember account(Caller caller, String login);

    /**
     * Accounts whose login begins so, in the order of logins, also dismissed ones; at most 200.
     *
     * @param prefix empty for the first of all
     */
    List<StaffAccount> accounts(Caller caller, String prefix);

    /** All organisations, by name. */
    List<Organisation> organisations(Caller caller);
}
