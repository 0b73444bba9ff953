package org.consilium.identity.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.ConsiliumException.Status;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.security.Attempts;
import org.consilium.platform.security.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Log-in of staff. A wrong password, an unknown name and a dismissed account get the same answer after the same work. Passwords are
 * hashed outside of transactions, because that takes longer than everything else.
 */
@Component(service = LogInService.class)
public class LogInService {
    private static final String BY_ADDRESS = "log-in-address";
    private static final String BY_ACCOUNT_AND_ADDRESS = "log-in";
    private static final String BY_ACCOUNT = "log-in-account";
    private static final String CURRENT_PASSWORD = "current-password";

    private final StaffRepository staff;
    private final PasswordHashing hashing;
    private final PasswordRules rules;
    private final IdentitySettings settings;
    private final Sessions sessions;
    private final Attempts attempts;
    private final AuditLog audit;

    @Activate
    public LogInService(
            @Reference StaffRepository staff,
            @Reference PasswordHashing hashing,
            @Reference IdentitySettings settings,
            @Reference Sessions sessions,
            @Reference Attempts attempts,
            @Reference AuditLog audit) {
        this.staff = staff;
        this.hashing = hashing;
        this.rules = new PasswordRules(settings.passwordMinLength());
        this.settings = settings;
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
    }

    /**
     * @param address from where, see {@link ClientAddress}
     * @param formerToken of the session that the browser had so far and which ends, {@code null} for none
     */
    LoggedIn logIn(Credentials typed, String address, String formerToken) {
        String login = Logins.normalised(typed.login());
        brake(login, address);
        // what no account can be called is not asked for: some of it no database takes
        AccountEntity account = Logins.isAllowed(login) ? staff.accountOf(login).orElse(null) : null;
        boolean right = hashing.matches(typed.password(), account == null ? null : account.passwordHash());
        Optional<LoggedIn> loggedIn = right
                ? staff.inTransaction(() -> open(account.id(), account.passwordHash(), formerToken))
                : Optional.empty();
        if (loggedIn.isEmpty()) {
            // also written for an unknown name, so that both take the same time
            audit.append(
                    Caller.system("identity"),
                    "identity.log-in-failed",
                    account == null ? null : account.id(),
                    Map.of());
            throw new ConsiliumException(
                    Status.UNAUTHENTICATED, "identity.wrong-credentials", "wrong login or password");
        }
        attempts.forget(BY_ACCOUNT_AND_ADDRESS, login + " " + address);
        attempts.forget(BY_ACCOUNT, login);
        return loggedIn.get();
    }

    /** The caller as the directory knows him now. */
    Me me(Caller caller) {
        return Me.of(member(caller), settings.region());
    }

    void logOut(Caller caller, String token) {
        staff.inTransaction(() -> {
            sessions.close(token);
            audit.append(caller, "identity.logged-out", caller.id(), Map.of());
            return null;
        });
    }

    /**
     * Ends every session of the account and opens a new one for whoever changed the password.
     *
     * @return the token of the new session
     */
    String changePassword(Caller caller, PasswordChange change) {
        AccountEntity account = staff.account(member(caller).id()).orElseThrow(LogInService::notLoggedIn);
        attempts.take(CURRENT_PASSWORD, account.login(), settings.logInAttempts(), IdentitySettings.ATTEMPTS_PERIOD);
        if (!hashing.matches(change.current(), account.passwordHash())) {
            throw ConsiliumException.forbidden("identity.wrong-password");
        }
        attempts.forget(CURRENT_PASSWORD, account.login());
        List<FieldProblem> problems = rules.problems("replacement", account.login(), change.replacement());
        if (!problems.isEmpty()) {
            throw ConsiliumException.invalid("identity.weak-password", problems);
        }
        String hash = hashing.hash(change.replacement());
        return staff.inTransaction(() -> {
            AccountEntity locked = unchanged(account.id(), account.passwordHash())
                    .orElseThrow(() -> ConsiliumException.changedMeanwhile("identity"));
            locked.changePassword(hash);
            sessions.closeAll(account.id());
            audit.append(caller, "identity.password-changed", account.id(), Map.of());
            return sessions.open(caller);
        });
    }

    private void brake(String login, String address) {
        var period = IdentitySettings.ATTEMPTS_PERIOD;
        attempts.take(BY_ADDRESS, address, settings.attemptsPerAddress(), period);
        // a stranger who guesses from one place must not lock the owner out, so the narrow limit is for both together
        attempts.take(BY_ACCOUNT_AND_ADDRESS, login + " " + address, settings.logInAttempts(), period);
        attempts.take(BY_ACCOUNT, login, settings.logInAttemptsPerAccount(), period);
    }

    private Optional<LoggedIn> open(UUID accountId, String checkedHash, String formerToken) {
        return unchanged(accountId, checkedHash).map(account -> {
            StaffMember member = staff.members(List.of(accountId)).get(accountId);
            Caller caller = Caller.staff(accountId, member.organisationId(), member.roles(), member.shortName());
            sessions.close(formerToken);
            String token = sessions.open(caller);
            audit.append(caller, "identity.logged-in", accountId, Map.of());
            return new LoggedIn(Me.of(member, settings.region()), token);
        });
    }

    /** The account under lock, when it was neither dismissed nor given another password since the hash was read. */
    private Optional<AccountEntity> unchanged(UUID accountId, String checkedHash) {
        return staff.lockedAccount(accountId)
                .filter(account -> account.isActive() && account.passwordHash().equals(checkedHash));
    }

    private StaffMember member(Caller caller) {
        if (!caller.isStaff()) {
            throw ConsiliumException.forbidden("identity.staff-only");
        }
        return Optional.ofNullable(staff.members(List.of(caller.id())).get(caller.id()))
                .filter(StaffMember::active)
                .orElseThrow(LogInService::notLoggedIn);
    }

    private static ConsiliumException notLoggedIn() {
        return new ConsiliumException(Status.UNAUTHENTICATED, "platform.not-logged-in", "the account is not active");
    }

    /** A new session. */
    record LoggedIn(Me me, String token) {}
}
