package org.consilium.identity.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consilium.identity.api.NewStaffMember;
import org.consilium.identity.api.Organisation;
import org.consilium.identity.api.StaffAccount;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.persistence.SearchWords;
import org.consilium.platform.persistence.UniqueViolation;
import org.consilium.platform.security.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes and ends accounts. */
@Component(service = StaffAdministration.class)
public class StaffAdministrationImpl implements StaffAdministration {
    private static final Set<String> ROLES =
            Set.of(Caller.DOCTOR, Caller.SCHEDULER, Caller.REOPENER, Caller.COORDINATOR, Caller.OPERATOR);
    private static final Pattern PROFILE = Pattern.compile("[^,\\s]{1,60}");
    private static final int MAX_NAME = 100;
    private static final int MAX_TEXT = 200;
    private static final int MAX_ORGANISATION = 300;
    private static final int MAX_PROFILES = 30;
    private static final int MAX_LISTED = 200;

    private final StaffRepository repository;
    private final PasswordHashing hashing;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public StaffAdministrationImpl(
            @Reference StaffRepository repository,
            @Reference PasswordHashing hashing,
            @Reference IdentitySettings settings,
            @Reference Sessions sessions,
            @Reference AuditLog audit) {
        this(repository, hashing, settings, sessions, audit, Clock.systemUTC());
    }

    StaffAdministrationImpl(
            StaffRepository repository,
            PasswordHashing hashing,
            IdentitySettings settings,
            Sessions sessions,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.hashing = hashing;
        this.rules = new PasswordRules(settings.passwordMinLength());
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void createOrganisation(Caller caller, UUID id, String name) {
        requireOperator(caller);
        List<FieldProblem> problems = new ArrayList<>();
        text(problems, "name", name, MAX_ORGANISATION, true);
        refuse("identity.invalid-organisation", problems);
        try {
            repository.inTransaction(() -> {
                if (repository.organisation(id).isEmpty()) {
                    repository.add(new OrganisationEntity(id, name.strip(), now()));
                    audit.append(caller, "identity.organisation-created", id, Map.of());
                }
                return null;
            });
        } catch (RuntimeException e) {
            // the same call at the same time made it
            if (!UniqueViolation.in(e) || repository.organisation(id).isEmpty()) {
                throw e;
            }
        }
    }

    @Override
    public StaffMember createAccount(Caller caller, NewStaffMember member, String login, String password) {
        requireOperator(caller);
        String normalised = Logins.normalised(login == null ? "" : login);
        AccountEntity former = repository.account(member.id()).orElse(null);
        if (former == null) {
            refuse("identity.invalid-account", problems(member, login, normalised, password));
            String hash = hashing.hash(password);
            try {
                return repository.inTransaction(() -> add(caller, member, normalised, hash));
            } catch (RuntimeException e) {
                former = UniqueViolation.in(e) ? repository.account(member.id()).orElseThrow(this::loginTaken) : null;
                if (former == null) {
                    throw e;
                }
            }
        }
        if (!former.login().equals(normalised)) {
            throw ConsiliumException.conflict("identity.id-taken", "another account has this id");
        }
        return repository.members(List.of(member.id())).get(member.id());
    }

    @Override
    public void setPassword(Caller caller, UUID accountId, String password) {
        requireOperator(caller);
        String login = repository.account(accountId).orElseThrow(this::unknown).login();
        refuse("identity.weak-password", rules.problems("password", login, password));
        String hash = hashing.hash(password);
        repository.inTransaction(() -> {
            repository.lockedAccount(accountId).orElseThrow(this::unknown).changePassword(hash);
            sessions.closeAll(accountId);
            audit.append(caller, "identity.password-set", accountId, Map.of());
            return null;
        });
    }

    @Override
    public void dismiss(Caller caller, UUID accountId) {
        requireOperator(caller);
        repository.inTransaction(() -> {
            AccountEntity account = repository.lockedAccount(accountId).orElseThrow(this::unknown);
            if (account.isActive()) {
                account.dismiss();
                repository.removeFromLists(accountId);
                sessions.closeAll(accountId);
                audit.append(caller, "identity.dismissed", accountId, Map.of());
            }
            return null;
        });
    }

    @Override
    public void reinstate(Caller caller, UUID accountId, String password) {
        requireOperator(caller);
        String login = repository.account(accountId).orElseThrow(this::unknown).login();
        refuse("identity.weak-password", rules.problems("password", login, password));
        String hash = hashing.hash(password);
        repository.inTransaction(() -> {
            AccountEntity account = repository.lockedAccount(accountId).orElseThrow(this::unknown);
            if (!account.isActive()) {
                account.reinstate();
                account.changePassword(hash);
                StaffMember member = repository.members(List.of(accountId)).get(accountId);
                repository.addToLists(accountId, words(member), consultingIn(member));
                audit.append(caller, "identity.reinstated", accountId, Map.of());
            }
            return null;
        });
    }

    @Override
    public StaffMember account(Caller caller, String login) {
        requireOperator(caller);
        UUID id = repository
                .accountOf(Logins.normalised(login))
                .orElseThrow(this::unknown)
                .id();
        return repository.members(List.of(id)).get(id);
    }

    @Override
    public List<StaffAccount> accounts(Caller caller, String prefix) {
        requireOperator(caller);
        return repository.accounts(Logins.normalised(prefix), MAX_LISTED);
    }

    @Override
    public List<Organisation> organisations(Caller caller) {
        requireOperator(caller);
        return repository.organisations();
    }

    private static Set<String> words(StaffMember member) {
        return SearchWords.of(
                member.surname(),
                member.name(),
                member.patronymic(),
                member.position(),
                member.speciality(),
                member.organisationName());
    }

    private static Set<String> consultingIn(StaffMember member) {
        return member.roles().contains(Caller.DOCTOR) ? member.profiles() : Set.of();
    }

    private StaffMember add(Caller caller, NewStaffMember member, String login, String hash) {
        String organisation = repository
                .organisation(member.organisationId())
                .map(OrganisationEntity::name)
                .orElseThrow(() -> ConsiliumException.invalid(
                        "identity.invalid-account", List.of(new FieldProblem("organisationId", "unknown"))));
        AccountEntity account = new AccountEntity(member, login, hash, now());
        StaffMember made = account.toMember(organisation);
        repository.add(account, words(made), consultingIn(made));
        audit.append(caller, "identity.account-created", member.id(), Map.of());
        return made;
    }

    private List<FieldProblem> problems(NewStaffMember member, String login, String normalised, String password) {
        List<FieldProblem> problems = new ArrayList<>();
        text(problems, "login", login, Credentials.MAX_LOGIN, true);
        if (!normalised.isEmpty() && !Logins.isAllowed(normalised)) {
            problems.add(new FieldProblem("login", "format"));
        }
        problems.addAll(rules.problems("password", normalised, password));
        text(problems, "surname", member.surname(), MAX_NAME, true);
        text(problems, "name", member.name(), MAX_NAME, true);
        text(problems, "patronymic", member.patronymic(), MAX_NAME, false);
        text(problems, "position", member.position(), MAX_TEXT, false);
        text(problems, "speciality", member.speciality(), MAX_TEXT, false);
        if (member.organisationId() == null) {
            problems.add(new FieldProblem("organisationId", "required"));
        }
        if (!ROLES.containsAll(member.roles())) {
            problems.add(new FieldProblem("roles", "unknown"));
        }
        if (member.profiles().size() > MAX_PROFILES
                || !member.profiles().stream()
                        .allMatch(profile -> PROFILE.matcher(profile).matches())) {
            problems.add(new FieldProblem("profiles", "format"));
        }
        return problems;
    }

    private static void text(List<FieldProblem> problems, String field, String text, int max, boolean required) {
        if (required && (text == null || text.isBlank())) {
            problems.add(new FieldProblem(field, "required"));
        } else if (text != null && text.strip().length() > max) {
            problems.add(new FieldProblem(field, "too-long"));
        }
    }

    private static void refuse(String code, List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw ConsiliumException.invalid(code, problems);
        }
    }

    static void requireOperator(Caller caller) {
        if (!caller.isSystem() && !(caller.isStaff() && caller.has(Caller.OPERATOR))) {
            throw ConsiliumException.forbidden("identity.operator-only");
        }
    }

    private ConsiliumException loginTaken() {
        return ConsiliumException.conflict("identity.login-taken", "another account has this login");
    }

    private ConsiliumException unknown() {
        return ConsiliumException.notFound("identity.account-unknown");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
