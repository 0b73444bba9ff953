package org.consilium.requests.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.kernel.Page;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.audit.AuditLog;
import org.consilium.registry.api.Person;
import org.consilium.registry.api.PersonQuery;
import org.consilium.requests.provider.catalogue.RouteCatalogue;
import org.consilium.routes.api.RouteDescription;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Requests of a clinic's own system. It acts in the name of a doctor of its organisation, by the rules that hold for him in the wizard,
 * and sees what becomes of its organisation's requests.
 */
@Component(service = Filings.class)
public class Filings {
    static final Duration KEYS_KEPT = Duration.ofHours(24);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final int MOST_LISTED = 200;

    private final DraftService drafts;
    private final Submissions submissions;
    private final RequestRepository requests;
    private final FilingKeyRepository keys;
    private final DescribedRoutes routes;
    private final RouteCatalogue catalogue;
    private final RouteUse use;
    private final ConsultantOffer offer;
    private final Neighbours neighbours;
    private final AuditLog audit;
    private final RequestSettings settings;

    @Activate
    public Filings(
            @Reference DraftService drafts,
            @Reference Submissions submissions,
            @Reference RequestRepository requests,
            @Reference FilingKeyRepository keys,
            @Reference DescribedRoutes routes,
            @Reference RouteCatalogue catalogue,
            @Reference RouteUse use,
            @Reference ConsultantOffer offer,
            @Reference Neighbours neighbours,
            @Reference AuditLog audit,
            @Reference RequestSettings settings) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.requests = requests;
        this.keys = keys;
        this.routes = routes;
        this.catalogue = catalogue;
        this.use = use;
        this.offer = offer;
        this.neighbours = neighbours;
        this.audit = audit;
        this.settings = settings;
    }

    /** The routes that are open to a doctor of the organisation. */
    List<RouteDescription> routes(Caller service, UUID doctorId) {
        Caller doctor = doctor(service, doctorId);
        return catalogue.offered().stream().filter(use.open(doctor)).toList();
    }

    /** Who may be asked on a route, each with the next free slot. */
    List<Consultant> consultants(Caller service, UUID doctorId, String routeId, String profile) {
        Caller doctor = doctor(service, doctorId);
        RouteDescription route = catalogue
                .find(routeId)
                .filter(use.open(doctor))
                .orElseThrow(() -> ConsiliumException.notFound("requests.unknown-route"));
        return offer.list(doctor, route, profile);
    }

    /**
     * Files a request, once for each key.
     *
     * @throws ConsiliumException 400 {@code requests.idempotency-key}, 422 {@code requests.idempotency-key-used} and what a submission of
     *     the wizard throws; the same key may then be tried again with the same body
     */
    FiledRequest file(Caller service, String key, Filing filing) {
        if (filing == null) {
            throw incomplete("", Problems.REQUIRED);
        }
        Caller doctor = doctor(service, filing.doctorId());
        UUID id = UUID.fromString(keyOf(service, key, filing).requestId);
        Optional<RequestEntity> before = requests.find(id);
        if (before.isEmpty()) {
            try {
                file(service, doctor, id, filing);
            } catch (ConsiliumException e) {
                // the same call at the same time was a moment faster
                before = requests.find(id);
                if (before.isEmpty()) {
                    throw e;
                }
            }
        }
        return view(before.or(() -> requests.find(id)).orElseThrow(RequestAccess::notFound));
    }

    FiledRequest get(Caller service, UUID id) {
        requireService(service);
        return requests.find(id)
                .filter(request -> RequestAccess.mayRead(service, request))
                .map(this::view)
                .orElseThrow(RequestAccess::notFound);
    }

    /** All of the organisation, the newest first. */
    Page<FiledRequest> list(Caller service, String cursor, int limit) {
        requireService(service);
        int size = Math.max(1, Math.min(limit, MOST_LISTED));
        List<RequestEntity> rows =
                requests.ofOrganisation(service.organisationId(), ListPosition.parse(cursor), size + 1);
        boolean more = rows.size() > size;
        List<RequestEntity> shown = more ? rows.subList(0, size) : rows;
        return new Page<>(shown.stream().map(this::view).toList(), more ? cursorAfter(shown.get(size - 1)) : null);
    }

    /** This list has one part alone: open and closed requests together. */
    private static String cursorAfter(RequestEntity last) {
        return new ListPosition(ListPart.ACTIVE, last.submittedAt, last.id).cursor();
    }

    private void file(Caller service, Caller doctor, UUID id, Filing filing) {
        // a route among doctors asks for nobody; where one is asked for, the review misses him
        PersonSnapshot person = filing.person() == null ? null : PersonSnapshot.of(person(doctor, filing.person()));
        DraftEntity draft = drafts.unsaved(doctor, new NewDraft(id, filing.routeId(), filing.profile()));
        draft.content =
                StoredJson.write(DraftContent.of(filing.content(person == null ? null : person.personId()), person));
        submissions.submitUnsaved(doctor, draft, new Submission(filing.consultantId(), filing.start()), () -> {
            audit.append(
                    service,
                    "requests.filed-by-service",
                    id,
                    Map.of("doctor", doctor.id().toString()));
        });
    }

    /** The doctor as the wizard would know him. */
    private Caller doctor(Caller service, UUID id) {
        requireService(service);
        StaffMember member = id == null ? null : neighbours.staff().find(id).orElse(null);
        boolean own = member != null
                && member.active()
                && member.roles().contains(Caller.DOCTOR)
                && service.organisationId().equals(member.organisationId());
        if (!own) {
            throw incomplete("doctorId", id == null ? Problems.REQUIRED : Problems.UNKNOWN);
        }
        return Caller.staff(id, member.organisationId(), Set.of(Caller.DOCTOR), member.shortName());
    }

    private Person person(Caller doctor, PersonQuery query) {
        if (query.kind() == null || query.value() == null) {
            throw incomplete("person", Problems.REQUIRED);
        }
        List<Person> found = neighbours.registry().find(doctor, query);
        if (found.size() != 1) {
            throw incomplete("person", found.isEmpty() ? Problems.UNKNOWN : "ambiguous");
        }
        return found.get(0);
    }

    private FilingKeyEntity keyOf(Caller service, String key, Filing filing) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new ConsiliumException(
                    ConsiliumException.Status.BAD_REQUEST, "requests.idempotency-key", "no usable Idempotency-Key");
        }
        FilingKeyEntity row = new FilingKeyEntity();
        row.id = DescribedRoutes.sha256(service.id() + " " + key);
        row.fingerprint = DescribedRoutes.sha256(StoredJson.write(filing));
        row.requestId = Uuid7.next().toString();
        row.createdAt = settings.now();
        keys.removeOlderThan(row.createdAt.minus(KEYS_KEPT));
        FilingKeyEntity kept = keys.findOrAdd(row);
        if (!kept.fingerprint.equals(row.fingerprint)) {
            throw ConsiliumException.invalid(
                    "requests.idempotency-key-used",
                    List.of(new FieldProblem("Idempotency-Key", "used-for-another-body")));
        }
        return kept;
    }

    private FiledRequest view(RequestEntity row) {
        return FiledRequest.of(row, routes.get(row.routeKey).id());
    }

    private static void requireService(Caller caller) {
        if (!caller.isService()) {
            throw ConsiliumException.forbidden("requests.service-only");
        }
    }

    private static ConsiliumException incomplete(String field, String problem) {
        return ConsiliumException.invalid("requests.incomplete", List.of(new FieldProblem(field, problem)));
    }
}
