package org.consilium.requests.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.requests.api.RequestState;
import org.consilium.scheduling.api.NewVisit;
import org.consilium.scheduling.api.Visit;
import org.consilium.scheduling.api.VisitService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes a request of a draft. Visit, request, its words, the end of the draft, audit row and event are one transaction over all domains: all of
 * it is there afterwards, or nothing and the draft is as it was. The draft's row is locked meanwhile, so that a double click, a retry and
 * two tabs make one request.
 */
@Component(service = Submissions.class)
public class Submissions {
    /** The only stage of the routes so far. */
    static final String CONSULTATION = "CONSULTATION";

    private final DraftRepository drafts;
    private final DraftReview review;
    private final RequestRepository requests;
    private final RequestNumbers numbers;
    private final RequestJournal journal;
    private final RequestViews views;
    private final Neighbours neighbours;
    private final RequestSettings settings;

    @Activate
    public Submissions(
            @Reference DraftRepository drafts,
            @Reference DraftReview review,
            @Reference RequestRepository requests,
            @Reference RequestNumbers numbers,
            @Reference RequestJournal journal,
            @Reference RequestViews views,
            @Reference Neighbours neighbours,
            @Reference RequestSettings settings) {
        this.drafts = drafts;
        this.review = review;
        this.requests = requests;
        this.numbers = numbers;
        this.journal = journal;
        this.views = views;
        this.neighbours = neighbours;
        this.settings = settings;
    }

    /**
     * @throws ConsiliumException 422 {@code requests.incomplete}, 503 {@code platform.domain-away}, 409 {@code scheduling.slot-taken}; the draft
     *     stays in each case
     */
    Request submit(Caller caller, UUID id, Submission submission) {
        Roles.requireDoctor(caller);
        if (submission == null) {
            throw ConsiliumException.invalid(
                    "requests.incomplete", List.of(new FieldProblem("start", Problems.REQUIRED)));
        }
        String number = numbers.next(settings.today().getYear());
        // One transaction from the first read on, unless the registry is another system: that is asked before.
        return neighbours.isRegistryLocal()
                ? requests.inTransaction(() -> submit(caller, id, submission, number))
                : submit(caller, id, submission, number);
    }

    /**
     * Makes a request of a draft that is no row: it was filed in one piece.
     *
     * @param also is done in the same transaction
     * @throws ConsiliumException as {@link #submit}; 409 when there is a request with the draft's id
     */
    void submitUnsaved(Caller caller, DraftEntity draft, Submission submission, Runnable also) {
        Roles.requireDoctor(caller);
        UUID id = UUID.fromString(draft.id);
        String number = numbers.next(settings.today().getYear());
        VisitService visits = neighbours.visits();
        CompleteDraft complete = review.complete(caller, draft, submission);
        requests.inTransaction(() -> {
            also.run();
            return file(caller, id, complete, number, submission.start(), visits);
        });
    }

    private Request submit(Caller caller, UUID id, Submission submission, String number) {
        Optional<DraftEntity> draft = drafts.lock(id).filter(found -> DraftService.isFiler(caller, found));
        if (draft.isEmpty()) {
            return submittedBefore(caller, id, submission);
        }
        VisitService visits = neighbours.visits();
        CompleteDraft complete = review.complete(caller, draft.get(), submission);
        return requests.inTransaction(() -> {
            Optional<DraftEntity> locked = drafts.lock(id);
            if (locked.isEmpty()) {
                return submittedBefore(caller, id, submission);
            }
            if (locked.get().version != complete.version()) {
                throw ConsiliumException.changedMeanwhile("requests");
            }
            return file(caller, id, complete, number, submission.start(), visits);
        });
    }

    private Request file(
            Caller caller, UUID id, CompleteDraft draft, String number, Instant start, VisitService visits) {
        RequestEntity request = request(id, draft, number);
        Transition made = Transition.of(request, RequestLifecycle.Step.SUBMIT, null);
        request.stage = CONSULTATION;
        Visit visit = visits.book(
                caller,
                new NewVisit(
                        id,
                        draft.consultant().id(),
                        draft.patientKey(),
                        start,
                        draft.route().visitMinutes(),
                        request.name));
        request.visitStart = visit.start();
        request.visitMinutes = visit.minutes();
        request.dueAt = dueAt(draft, request.submittedAt, visit);
        requests.add(
                request,
                draft.filer().id().equals(draft.consultant().id())
                        ? Set.of(draft.filer().id())
                        : Set.of(draft.filer().id(), draft.consultant().id()),
                RequestWords.of(
                        number,
                        draft.patient(),
                        draft.representative(),
                        draft.filer().surname(),
                        draft.consultant().surname(),
                        draft.profile().title().ru()));
        if (!draft.documents().isEmpty()) {
            neighbours.documents().attach(caller, id, draft.documents());
        }
        drafts.remove(id);
        journal.submitted(caller, request, made);
        return views.request(caller, request);
    }

    /** The end of the visit, or the term of its urgency where that comes first. */
    private static Instant dueAt(CompleteDraft draft, Instant submitted, Visit visit) {
        Instant end = Terms.ofVisit(visit.start(), visit.minutes());
        Integer term = draft.termMinutes();
        Instant latest = term == null ? end : submitted.plus(Duration.ofMinutes(term));
        return latest.isBefore(end) ? latest : end;
    }

    private RequestEntity request(UUID id, CompleteDraft draft, String number) {
        RequestEntity request = new RequestEntity();
        request.id = id.toString();
        request.number = number;
        request.name = RequestName.of(
                number,
                draft.patient(),
                draft.representative(),
                draft.profile().title().ru());
        request.routeKey = draft.routeKey();
        request.routeTitleRu = draft.route().title().ru();
        request.routeTitleEn = draft.route().title().en();
        request.profileCode = draft.profile().code();
        request.profileTitleRu = draft.profile().title().ru();
        request.profileTitleEn = draft.profile().title().en();
        request.state = RequestState.DRAFT;
        request.filerId = draft.filer().id().toString();
        request.filerName = draft.filer().shortName();
        request.organisationId = Objects.toString(draft.filer().organisationId(), null);
        request.organisationName = draft.filer().organisationName();
        request.consultantId = draft.consultant().id().toString();
        request.consultantName = draft.consultant().shortName();
        request.processorId = request.consultantId;
        request.patientName = draft.patient().full();
        request.representativeName =
                draft.representative() == null ? null : draft.representative().full();
        request.person = StoredJson.write(draft.person());
        request.represented = draft.represented() == null ? null : StoredJson.write(draft.represented());
        request.urgency = Objects.toString(draft.effectiveUrgency(), null);
        request.answers = draft.answers().isEmpty() ? null : StoredJson.write(draft.answers());
        request.email = draft.email();
        request.comment = draft.comment();
        request.submittedAt = settings.now();
        return request;
    }

    /** The answer to a submission that was carried out before. */
    private Request submittedBefore(Caller caller, UUID id, Submission submission) {
        RequestEntity request =
                requests.find(id).filter(found -> found.isFiler(caller)).orElseThrow(DraftService::notFound);
        boolean same = request.consultantId.equals(String.valueOf(submission.consultantId()))
                && request.visitStart.equals(submission.start());
        if (!same) {
            throw ConsiliumException.conflict(
                    "requests.already-submitted", "submitted with another consultant or time");
        }
        return views.request(caller, request);
    }
}
