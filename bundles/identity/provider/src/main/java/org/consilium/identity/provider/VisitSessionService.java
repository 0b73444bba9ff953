package org.consilium.identity.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.ConsiliumException.Status;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;
import org.consilium.platform.security.Attempts;
import org.consilium.platform.security.Sessions;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The patient's side of personal links: the check, the session, the consent. */
@Component(service = VisitSessionService.class)
public class VisitSessionService {
    private static final String BY_ADDRESS = "link-address";
    /** How the consent was given: on the patient's page, after the check. */
    private static final String CONSENT_METHOD = "visit-page";

    private final LinkRepository repository;
    private final StaffDirectory directory;
    private final IdentitySettings settings;
    private final Sessions sessions;
    private final Attempts attempts;
    private final AuditLog audit;
    private final Live live;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RequestService requests;

    @Activate
    public VisitSessionService(
            @Reference LinkRepository repository,
            @Reference StaffDirectory directory,
            @Reference IdentitySettings settings,
            @Reference Sessions sessions,
            @Reference Attempts attempts,
            @Reference AuditLog audit,
            @Reference Live live) {
        this(repository, directory, settings, sessions, attempts, audit, live, Clock.systemUTC());
    }

    VisitSessionService(
            LinkRepository repository,
            StaffDirectory directory,
            IdentitySettings settings,
            Sessions sessions,
            Attempts attempts,
            AuditLog audit,
            Live live,
            Clock clock) {
        this.repository = repository;
        this.directory = directory;
        this.settings = settings;
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /** What the holder of a link is asked. Reading it uses nothing up: mail robots open links too. */
    Challenge challenge(LinkToken token, String address) {
        brake(address);
        String hash = hashOf(token.token());
        return repository.inTransaction(() -> {
            LinkEntity link = repository.linkOf(hash).orElseThrow(VisitSessionService::unknown);
            RequestCard card = card(link.requestId());
            requireUsable(link, card);
            return new Challenge(!card.lastDigits().isEmpty());
        });
    }

    /**
     * Checks the answer and opens a session. A wrong one counts, although it is answered by an exception: so the exception is thrown
     * after the transaction.
     *
     * @param formerToken of the patient's session that the browser had so far and which ends, {@code null} for none
     */
    Entered enter(LinkAnswer answer, String address, String formerToken) {
        brake(address);
        String hash = hashOf(answer.token());
        Attempt attempt = repository.inTransaction(() -> check(hash, answer, formerToken));
        if (attempt.entered() != null) {
            return attempt.entered();
        }
        if (attempt.left() == 0) {
            throw locked();
        }
        throw new ConsiliumException(
                Status.UNAUTHENTICATED,
                "identity.link-check-failed",
                "the answer to the check is wrong",
                Map.of("attemptsLeft", attempt.left()),
                null);
    }

    VisitSession session(Caller caller) {
        requirePatient(caller);
        return repository.inTransaction(() -> {
            RequestCard card = card(caller.requestId());
            requireUnlockedDoor(caller, card);
            return view(card, consented(card.id()));
        });
    }

    /** Stores the consent; a second time changes nothing. */
    VisitSession consent(Caller caller, ConsentGiven given) {
        requirePatient(caller);
        String textHash = Tokens.hash(settings.consentText());
        if (settings.consentVersion().equals(given.version())) {
            repository.keep(
                    textHash,
                    () -> new ConsentTextEntity(textHash, settings.consentVersion(), settings.consentText(), now()));
        }
        return repository.inTransaction(() -> {
            RequestCard card = card(caller.requestId());
            requireUnlockedDoor(caller, card);
            VisitEntity visit = repository.lockedVisit(card.id()).orElseThrow(VisitSessionService::unknown);
            if (!visit.isConsented()) {
                if (!settings.consentVersion().equals(given.version())) {
                    throw ConsiliumException.conflict(
                            "identity.consent-changed", "the consent text has another version");
                }
                Instant now = now();
                visit.consent(caller.id(), settings.consentVersion(), textHash, CONSENT_METHOD, now);
                audit.append(
                        caller,
                        "identity.consent-given",
                        card.id(),
                        Map.of("version", settings.consentVersion(), "text", textHash, "method", CONSENT_METHOD));
                hint(card);
            }
            return view(card, true);
        });
    }

    void leave(Caller caller, String token) {
        requirePatient(caller);
        sessions.close(token);
    }

    private Attempt check(String tokenHash, LinkAnswer answer, String formerToken) {
        UUID requestId = repository.requestOf(tokenHash).orElseThrow(VisitSessionService::unknown);
        VisitEntity visit = repository.lockedVisit(requestId).orElseThrow(VisitSessionService::unknown);
        LinkEntity link = repository.linkOf(tokenHash).orElseThrow(VisitSessionService::unknown);
        RequestCard card = card(requestId);
        requireUsable(link, card);
        requireComplete(answer, card);
        Caller patient = Caller.patient(link.id(), requestId);
        if (isRight(answer, card)) {
            return new Attempt(open(patient, visit, card, formerToken), 0);
        }
        int left = visit.checkFailed();
        audit.append(patient, "identity.link-check-failed", requestId, Map.of("attemptsLeft", String.valueOf(left)));
        if (left == 0) {
            Instant now = now();
            repository.links(requestId).forEach(each -> each.lock(now));
            audit.append(patient, "identity.link-locked", requestId, Map.of());
            hint(card);
        }
        return new Attempt(null, left);
    }

    private Entered open(Caller patient, VisitEntity visit, RequestCard card, String formerToken) {
        visit.opened(now());
        sessions.close(formerToken);
        String token = sessions.open(patient);
        audit.append(
                patient,
                "identity.link-opened",
                card.id(),
                Map.of("link", patient.id().toString()));
        hint(card);
        return new Entered(view(card, visit.isConsented()), token);
    }

    private VisitSession view(RequestCard card, boolean consented) {
        Optional<StaffMember> consultant =
                Optional.ofNullable(card.consultantId()).flatMap(directory::find);
        return new VisitSession(
                card.id(),
                card.patientName(),
                card.representativeName(),
                card.number(),
                consultant.map(StaffMember::fullName).orElse(null),
                consultant.map(StaffMember::position).orElse(null),
                consultant.map(StaffMember::organisationName).orElse(null),
                card.visitStart(),
                card.visitMinutes(),
                !card.state().isWritable(),
                new Consent(consented, settings.consentVersion(), settings.consentText()),
                settings.notice(),
                settings.region());
    }

    private boolean consented(UUID requestId) {
        return repository.visit(requestId).map(VisitEntity::isConsented).orElse(false);
    }

    private static boolean isRight(LinkAnswer answer, RequestCard card) {
        boolean date = answer.birthDate().equals(card.patientBirthDate());
        boolean digits = card.lastDigits().isEmpty()
                || card.lastDigits().contains(answer.lastFour().strip());
        return date && digits;
    }

    /** A forgotten field is told, not counted. */
    private static void requireComplete(LinkAnswer answer, RequestCard card) {
        List<FieldProblem> problems = new ArrayList<>();
        if (answer.birthDate() == null) {
            problems.add(new FieldProblem("birthDate", "required"));
        }
        if (!card.lastDigits().isEmpty()
                && (answer.lastFour() == null || !answer.lastFour().strip().matches("\\d{4}"))) {
            problems.add(new FieldProblem("lastFour", "format"));
        }
        if (!problems.isEmpty()) {
            throw ConsiliumException.invalid("identity.answer-incomplete", problems);
        }
    }

    private void requireUsable(LinkEntity link, RequestCard card) {
        if (link.isRevoked()) {
            throw gone("identity.link-revoked");
        }
        if (link.isLocked()) {
            throw locked();
        }
        requireReadable(card);
    }

    /** An open session stays usable when later guesses lock the link, but not when the link is revoked or the time is over. */
    private void requireUnlockedDoor(Caller caller, RequestCard card) {
        LinkEntity link = repository.link(caller.id()).orElseThrow(VisitSessionService::unknown);
        if (link.isRevoked()) {
            throw gone("identity.link-revoked");
        }
        requireReadable(card);
    }

    private void requireReadable(RequestCard card) {
        Instant until = settings.readableUntil(card);
        if (until != null && !now().isBefore(until)) {
            throw gone("identity.link-expired");
        }
    }

    private static void requirePatient(Caller caller) {
        if (!caller.isPatient()) {
            throw ConsiliumException.forbidden("identity.patient-only");
        }
    }

    /** The request's facts; the link itself is the right to them. */
    private RequestCard card(UUID requestId) {
        RequestService service = requests;
        if (service == null) {
            throw ConsiliumException.domainAway("requests");
        }
        return service.card(Caller.system("identity"), requestId);
    }

    private void brake(String address) {
        attempts.take(BY_ADDRESS, address, settings.attemptsPerAddress(), IdentitySettings.ATTEMPTS_PERIOD);
    }

    private void hint(RequestCard card) {
        live.send(card.staff(), Hint.of("identity.link", card.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String hashOf(String token) {
        return Tokens.hash(token == null ? "" : token.strip());
    }

    private static ConsiliumException unknown() {
        return ConsiliumException.notFound("identity.link-unknown");
    }

    private static ConsiliumException locked() {
        return gone("identity.link-locked");
    }

    private static ConsiliumException gone(String code) {
        return new ConsiliumException(Status.GONE, code, "the personal link does not work any more");
    }

    /** An open session with its token. */
    record Entered(VisitSession session, String token) {}

    /** @param entered {@code null} when the answer was wrong */
    private record Attempt(Entered entered, int left) {}
}
