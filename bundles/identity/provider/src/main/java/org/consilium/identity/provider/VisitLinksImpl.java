package org.consilium.identity.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.identity.api.IssuedLink;
import org.consilium.identity.api.LinkStatus;
import org.consilium.identity.api.LinkStatus.State;
import org.consilium.identity.api.VisitLinks;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;
import org.consilium.platform.security.Sessions;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The staff's side of personal links: issue, revoke, look. */
@Component(service = VisitLinks.class)
public class VisitLinksImpl implements VisitLinks {
    private final LinkRepository repository;
    private final IdentitySettings settings;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Live live;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RequestService requests;

    @Activate
    public VisitLinksImpl(
            @Reference LinkRepository repository,
            @Reference IdentitySettings settings,
            @Reference Sessions sessions,
            @Reference AuditLog audit,
            @Reference Live live) {
        this(repository, settings, sessions, audit, live, Clock.systemUTC());
    }

    VisitLinksImpl(
            LinkRepository repository,
            IdentitySettings settings,
            Sessions sessions,
            AuditLog audit,
            Live live,
            Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.sessions = sessions;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public IssuedLink issue(Caller caller, UUID requestId) {
        try {
            return issueOnce(caller, requestId);
        } catch (ConsiliumException e) {
            if (!e.code().equals(LinkRepository.CHANGED)) {
                throw e;
            }
            // the mail's link and the doctor's were the first ones at the same time; now the row is there
            return issueOnce(caller, requestId);
        }
    }

    private IssuedLink issueOnce(Caller caller, UUID requestId) {
        return repository.inTransaction(() -> {
            RequestCard card = participantsCard(caller, requestId);
            if (!card.hasPatient()) {
                throw ConsiliumException.conflict("identity.no-patient", "no patient takes part in the request");
            }
            Instant until = settings.readableUntil(card);
            Instant now = now();
            if (until != null && !now.isBefore(until)) {
                throw ConsiliumException.conflict(
                        "identity.reading-over", "the patient may not read this request any more");
            }
            String token = Tokens.next();
            LinkEntity link = new LinkEntity(Uuid7.next(), requestId, Tokens.hash(token), now);
            repository.lockedOrNewVisit(requestId).linkIssued();
            repository.add(link);
            audit.append(
                    caller,
                    "identity.link-issued",
                    requestId,
                    Map.of("link", link.id().toString()));
            live.send(card.staff(), Hint.of("identity.link", requestId));
            return new IssuedLink(link.id(), settings.linkOf(token), until);
        });
    }

    @Override
    public void revokeAll(Caller caller, UUID requestId) {
        repository.inTransaction(() -> {
            RequestCard card = participantsCard(caller, requestId);
            if (repository.lockedVisit(requestId).isPresent()) {
                Instant now = now();
                for (LinkEntity link : repository.links(requestId)) {
                    link.revoke(now);
                    sessions.closeAll(link.id());
                }
                audit.append(caller, "identity.links-revoked", requestId, Map.of());
                live.send(card.staff(), Hint.of("identity.link", requestId));
            }
            return null;
        });
    }

    @Override
    public LinkStatus status(Caller caller, UUID requestId) {
        return repository.inTransaction(() -> {
            RequestCard card = participantsCard(caller, requestId);
            List<LinkEntity> links = repository.links(requestId);
            Optional<VisitEntity> visit = repository.visit(requestId);
            if (links.isEmpty() || visit.isEmpty()) {
                return new LinkStatus(State.NONE, null, null, 0, null);
            }
            LinkEntity newest = links.get(links.size() - 1);
            return new LinkStatus(
                    state(newest, card),
                    newest.issuedAt(),
                    visit.get().lastOpenedAt(),
                    visit.get().failedChecks(),
                    visit.get().consentAt());
        });
    }

    @Override
    public boolean consented(UUID requestId) {
        return repository.visit(requestId).map(VisitEntity::isConsented).orElse(false);
    }

    @Override
    public List<UUID> linksOf(UUID requestId) {
        return repository.links(requestId).stream().map(LinkEntity::id).toList();
    }

    private State state(LinkEntity link, RequestCard card) {
        if (link.isRevoked()) {
            return State.REVOKED;
        }
        if (link.isLocked()) {
            return State.LOCKED;
        }
        Instant until = settings.readableUntil(card);
        return until != null && !now().isBefore(until) ? State.EXPIRED : State.ACTIVE;
    }

    /** The request, when the caller is the system or one of the staff who take part in it. */
    private RequestCard participantsCard(Caller caller, UUID requestId) {
        RequestService service = requests;
        if (service == null) {
            throw ConsiliumException.domainAway("requests");
        }
        RequestCard card = service.card(caller, requestId);
        if (!caller.isSystem() && !(caller.isStaff() && card.staff().contains(caller.id()))) {
            throw ConsiliumException.forbidden("identity.not-participant");
        }
        return card;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
