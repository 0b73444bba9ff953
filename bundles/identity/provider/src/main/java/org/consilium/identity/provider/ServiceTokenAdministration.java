package org.consilium.identity.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.persistence.UniqueViolation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes and revokes service tokens. For the system and operators; others get 403 {@code identity.operator-only}. */
@Component(service = ServiceTokenAdministration.class)
public class ServiceTokenAdministration {
    private static final int MOST_NAME = 100;
    private static final Duration LONGEST = Duration.ofDays(5 * 366L);

    private final ServiceTokenRepository tokens;
    private final StaffRepository staff;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public ServiceTokenAdministration(
            @Reference ServiceTokenRepository tokens, @Reference StaffRepository staff, @Reference AuditLog audit) {
        this(tokens, staff, audit, Clock.systemUTC());
    }

    ServiceTokenAdministration(ServiceTokenRepository tokens, StaffRepository staff, AuditLog audit, Clock clock) {
        this.tokens = tokens;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a token. The secret of one that was made before cannot be told again: a retry is refused.
     *
     * @throws ConsiliumException 422 {@code identity.invalid-token}, 409 {@code identity.id-taken}
     */
    public IssuedServiceToken create(Caller caller, NewServiceToken wanted) {
        StaffAdministrationImpl.requireOperator(caller);
        Required.body(wanted);
        List<FieldProblem> problems = problems(wanted);
        String organisation = wanted.organisationId() == null
                ? null
                : staff.organisation(wanted.organisationId())
                        .map(OrganisationEntity::name)
                        .orElse(null);
        if (organisation == null) {
            problems.add(new FieldProblem("organisationId", wanted.organisationId() == null ? "required" : "unknown"));
        }
        if (!problems.isEmpty()) {
            throw ConsiliumException.invalid("identity.invalid-token", problems);
        }
        String secret = Tokens.next();
        ServiceTokenEntity token = new ServiceTokenEntity(wanted, Tokens.hash(secret), now());
        try {
            staff.inTransaction(() -> {
                tokens.add(token);
                audit.append(
                        caller,
                        "identity.service-token-created",
                        wanted.organisationId(),
                        Map.of("token", wanted.id().toString()));
                return null;
            });
        } catch (RuntimeException e) {
            throw UniqueViolation.in(e)
                    ? ConsiliumException.conflict("identity.id-taken", "there is a token with this id")
                    : e;
        }
        return new IssuedServiceToken(token.toToken(organisation), secret);
    }

    /** Also those that are over or revoked, at most 500. */
    public List<ServiceToken> list(Caller caller) {
        StaffAdministrationImpl.requireOperator(caller);
        return tokens.all();
    }

    /**
     * Ends a token at once. Twice is as good as once.
     *
     * @throws ConsiliumException 404 {@code identity.token-unknown}
     */
    public void revoke(Caller caller, UUID id) {
        StaffAdministrationImpl.requireOperator(caller);
        staff.inTransaction(() -> {
            ServiceTokenEntity token =
                    tokens.lock(id).orElseThrow(() -> ConsiliumException.notFound("identity.token-unknown"));
            if (token.revoke(now())) {
                audit.append(
                        caller,
                        "identity.service-token-revoked",
                        token.caller().organisationId(),
                        Map.of("token", id.toString()));
            }
            return null;
        });
    }

    private List<FieldProblem> problems(NewServiceToken wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        if (wanted.id() == null) {
            problems.add(new FieldProblem("id", "required"));
        }
        if (wanted.name() == null || wanted.name().isBlank()) {
            problems.add(new FieldProblem("name", "required"));
        } else if (wanted.name().strip().length() > MOST_NAME) {
            problems.add(new FieldProblem("name", "too-long"));
        }
        if (wanted.expiresAt() == null) {
            problems.add(new FieldProblem("expiresAt", "required"));
        } else if (!wanted.expiresAt().isAfter(now()) || wanted.expiresAt().isAfter(now().plus(LONGEST))) {
            problems.add(new FieldProblem("expiresAt", "range"));
        }
        return problems;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
