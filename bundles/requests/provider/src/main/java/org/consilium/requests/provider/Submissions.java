package org.consilium.requests.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.requests.api.RequestState;
import org.consilium.scheduling.api.NewVisit;
import org.consilium.scheduling.api.Visit;
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
        CompleteDraft complete = review.complete(caller, draft, submission);
        requests.inTransaction(() -> {
            also.run();
            return file(caller, id, complete, number, submission.start());
        });
    }

    private Request submit(Caller caller, UUID id, Submission submission, String number) {
        Optional<DraftEntity> draft = drafts.lock(id).filter(found -> DraftService.isFiler(caller, found));
        if (draft.isEmpty()) {
            return submittedBefore(caller, id, submission);
        }
        CompleteDraft complete = review.complete(caller, draft.get(), submission);
        return requests.inTransaction(() -> {
            Optional<DraftEntity> locked = drafts.lock(id);
            if (locked.isEmpty()) {
                return submittedBefore(caller, id, submission);
            }
            if (locked.get().version != complete.version()) {
                throw ConsiliumException.changedMeanwhile("requests");
            }
            return file(caller, id, complete, number, submission.start());
        });
    }

    private Request file(Caller caller, UUID id, CompleteDraft draft, String number, Instant start) {
        RequestEntity request = request(id, draft, number);
        Transition made = Transition.of(request, RequestLifecycle.Step.SUBMIT, null);
        RoutePosition.begin(request, draft.firstStage());
        if (draft.visit()) {
            Visit visit = neighbours
                    .visits()
                    .book(
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
        }
        request.dueAt = dueAt(draft, request);
        requests.add(
                request,
                RequestWords.of(
                        number,
                        draft.patient(),
                        draft.representative(),
                        Stream.of(draft.filer(), draft.coordinator(), draft.consultant())
                                .filter(Objects::nonNull)
                                .map(StaffMember::surname)
                                .toList(),
                        draft.profile().title().ru()));
        if (!draft.documents().isEmpty()) {
            neighbours.documents().attach(caller, id, draft.documents());
        }
        drafts.remove(id);
        journal.submitted(caller, request, made);
        return views.request(caller, request);
    }

    /** The end of the visit, or the term of its urgency where that comes first. */
    private static Instant dueAt(CompleteDraft draft, RequestEntity request) {
        Instant end = Terms.ofVisit(request.visitStart, request.visitMinutes);
        Integer term = draft.termMinutes();
        Instant latest = term == null ? end : request.submittedAt.plus(Duration.ofMinutes(term));
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
        if (draft.coordinator() != null) {
            request.coordinatorId = draft.coordinator().id().toString();
            request.coordinatorName = draft.coordinator().shortName();
        }
        if (draft.consultant() != null) {
            request.consultantId = draft.consultant().id().toString();
            request.consultantName = draft.consultant().shortName();
        }
        request.patientName = draft.patient() == null ? null : draft.patient().full();
        request.representativeName =
                draft.representative() == null ? null : draft.representative().full();
        request.person = draft.person() == null ? null : StoredJson.write(draft.person());
        request.represented = draft.represented() == null ? null : StoredJson.write(draft.represented());
        request.urgency = Objects.toString(draft.effectiveUrgency(), null);
        request.answers = draft.answers();
        request.email = draft.email();
        request.phone = draft.phone();
        request.comment = draft.comment();
        request.submittedAt = settings.now();
        return request;
    }

    /** The answer to a submission that was carried out before. */
    private Request submittedBefore(Caller caller, UUID id, Submission submission) {
        RequestEntity request =
                requests.find(id).filter(found -> found.isFiler(caller)).orElseThrow(DraftService::notFound);
        String chosen = request.coordinatorId == null ? request.consultantId : request.coordinatorId;
        boolean same = (submission.consultantId() == null
                        || submission.consultantId().toString().equals(chosen))
                && (request.visitStart == null || request.visitStart.equals(submission.start()));
        if (!same) {
            throw ConsiliumException.conflict(
                    "requests.already-submitted", "submitted with another consultant or time");
        }
        return views.request(caller, request);
    }
}
