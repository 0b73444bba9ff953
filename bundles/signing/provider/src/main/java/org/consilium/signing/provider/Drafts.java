package org.consilium.signing.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.audit.AuditLog;
import org.consilium.requests.api.RequestCard;
import org.consilium.requests.api.RequestState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the consultant writes, until a document is made of it. */
@Component(service = Drafts.class)
public class Drafts {
    /** All answers together; a single text is bounded by the form. */
    private static final int LARGEST = 400_000;

    private static final int MOST_SOURCES = 200;
    private static final int LONGEST_REASON = 1000;

    private final SigningRepository repository;
    private final SigningAccess access;
    private final Neighbours neighbours;
    private final DocumentViews views;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public Drafts(
            @Reference SigningRepository repository,
            @Reference SigningAccess access,
            @Reference Neighbours neighbours,
            @Reference DocumentViews views,
            @Reference AuditLog audit) {
        this(repository, access, neighbours, views, audit, Clock.systemUTC());
    }

    Drafts(
            SigningRepository repository,
            SigningAccess access,
            Neighbours neighbours,
            DocumentViews views,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.access = access;
        this.neighbours = neighbours;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    Conclusion read(Caller caller, UUID requestId) {
        RequestCard card = access.asConsultant(caller, requestId);
        return view(card, repository.draft(requestId).orElse(null));
    }

    /** @throws ConsiliumException 409 {@code signing.changed-meanwhile}, 409 {@code requests.closed}, 422 {@code signing.conclusion-incomplete} */
    Conclusion save(Caller caller, UUID requestId, NewConclusion written) {
        RequestCard card = access.asConsultant(caller, requestId);
        if (written == null || written.answers() == null) {
            throw incomplete("answers", "required");
        }
        String answers = Json.write(CleanText.deep(written.answers()));
        List<Source> sources = written.sources() == null ? List.of() : written.sources();
        if (sources.stream().anyMatch(Objects::isNull)) {
            throw incomplete("sources", "required");
        }
        String sourceJson = Json.write(sources.stream().map(Source::clean).toList());
        if (answers.length() > LARGEST || sources.size() > MOST_SOURCES || sourceJson.length() > LARGEST) {
            throw incomplete("answers", "too-long");
        }
        return repository.inTransaction(() -> {
            DraftEntity draft = repository.draft(requestId).orElse(null);
            requireWritable(card, draft);
            if ((draft == null ? 0 : draft.version) != written.version()) {
                throw ConsiliumException.changedMeanwhile("signing");
            }
            DraftEntity kept = draft == null ? newDraft(caller, requestId) : draft;
            kept.authorId = caller.id().toString();
            kept.answers = answers;
            kept.sources = sourceJson;
            kept.savedAt = now();
            repository.save(kept);
            return view(card, kept);
        });
    }

    /** Opens the draft once more, to put a signed conclusion right. */
    Conclusion correct(Caller caller, UUID requestId, NewCorrection correction) {
        RequestCard card = access.asConsultant(caller, requestId);
        if (card.state() != RequestState.EXECUTED) {
            throw ConsiliumException.conflict("signing.not-executed", "the request is not executed");
        }
        String reason = correction == null || correction.reason() == null
                ? ""
                : CleanText.of(correction.reason()).strip();
        if (correction == null || correction.kind() == null || reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw ConsiliumException.invalid(
                    "signing.correction-incomplete",
                    List.of(
                            correction == null || correction.kind() == null
                                    ? new FieldProblem("kind", "required")
                                    : new FieldProblem("reason", reason.isEmpty() ? "required" : "too-long")));
        }
        return repository.inTransaction(() -> {
            DocumentEntity signed = repository.documentsOf(requestId).stream()
                    .filter(document -> document.state == DocumentState.SIGNED && document.current)
                    .findFirst()
                    .orElseThrow(SigningAccess::notFound);
            DraftEntity draft = repository.draft(requestId).orElseGet(() -> newDraft(caller, requestId));
            draft.correctionKind = correction.kind();
            draft.correctionReason = reason;
            draft.correctionDocumentId = signed.id;
            draft.answers = correction.kind() == CorrectionKind.VERSION ? signed.answers : "{}";
            draft.sources = correction.kind() == CorrectionKind.VERSION ? signed.sources : "[]";
            draft.savedAt = now();
            repository.save(draft);
            audit.append(
                    caller,
                    "signing.correction-opened",
                    requestId,
                    Map.of("kind", correction.kind().name()));
            return view(card, draft);
        });
    }

    void giveUpCorrection(Caller caller, UUID requestId) {
        access.asConsultant(caller, requestId);
        repository.inTransaction(() -> {
            repository
                    .draft(requestId)
                    .filter(draft -> draft.correctionKind != null)
                    .ifPresent(draft -> {
                        clearCorrection(draft);
                        repository.save(draft);
                    });
            return null;
        });
    }

    static void clearCorrection(DraftEntity draft) {
        draft.correctionKind = null;
        draft.correctionReason = null;
        draft.correctionDocumentId = null;
    }

    /** The form of the request's route; the bundled one when it has none or the domain cannot say. */
    ConclusionForm form(UUID requestId) {
        return ConclusionForm.of(neighbours.forms().conclusion(requestId).orElse(null));
    }

    Conclusion view(RequestCard card, DraftEntity draft) {
        ConclusionForm form = form(card.id());
        List<DocumentEntity> documents = repository.documentsOf(card.id());
        Set<String> finishing = new TreeSet<>();
        neighbours.forms().finishing(card.id()).forEach(way -> finishing.add(way.name()));
        return new Conclusion(
                card.id(),
                form.template(),
                form.toForm(),
                finishing,
                draft == null ? Map.of() : Json.object(draft.answers),
                draft == null ? List.of() : Json.sources(draft.sources),
                draft == null ? 0 : draft.version,
                draft == null ? null : draft.savedAt,
                card.identification() == null
                        ? null
                        : new Conclusion.Identified(
                                card.identification().method().name(),
                                card.identification().at()),
                isWritable(card, draft),
                Optional.ofNullable(draft)
                        .filter(open -> open.correctionKind != null)
                        .map(open -> new Conclusion.Correction(
                                open.correctionKind, open.correctionReason, UUID.fromString(open.correctionDocumentId)))
                        .orElse(null),
                views.views(documents));
    }

    static void requireWritable(RequestCard card, DraftEntity draft) {
        if (!isWritable(card, draft)) {
            throw ConsiliumException.conflict("requests.closed", "nothing is written to it any more");
        }
    }

    private static boolean isWritable(RequestCard card, DraftEntity draft) {
        return card.state() == RequestState.IN_WORK
                || (card.state() == RequestState.EXECUTED && draft != null && draft.correctionKind != null);
    }

    private DraftEntity newDraft(Caller caller, UUID requestId) {
        DraftEntity draft = new DraftEntity();
        draft.requestId = requestId.toString();
        draft.authorId = caller.id().toString();
        draft.sources = "[]";
        return draft;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ConsiliumException incomplete(String field, String problem) {
        return ConsiliumException.invalid("signing.conclusion-incomplete", List.of(new FieldProblem(field, problem)));
    }
}
