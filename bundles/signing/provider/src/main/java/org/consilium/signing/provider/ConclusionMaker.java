package org.consilium.signing.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.documents.api.Document;
import org.consilium.documents.api.NewStoredFile;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.audit.AuditLog;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestCard;
import org.consilium.routes.api.Finishing;
import org.consilium.signing.provider.pdf.ConclusionPdf;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes documents: a PDF of the draft, or a scan of its pages. */
@Component(service = ConclusionMaker.class)
public class ConclusionMaker {
    static final String FOLDER = "Заключения";
    static final String PDF = "application/pdf";
    private static final Set<String> SCANNED = Set.of(PDF, "image/jpeg", "image/png");
    private static final int MOST_PAGES = 50;

    private final SigningRepository repository;
    private final SigningAccess access;
    private final Neighbours neighbours;
    private final Drafts drafts;
    private final IcdRepository icd;
    private final SigningSettings settings;
    private final DocumentViews views;
    private final SigningHints hints;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public ConclusionMaker(
            @Reference SigningRepository repository,
            @Reference SigningAccess access,
            @Reference Neighbours neighbours,
            @Reference Drafts drafts,
            @Reference IcdRepository icd,
            @Reference SigningSettings settings,
            @Reference DocumentViews views,
            @Reference SigningHints hints,
            @Reference AuditLog audit) {
        this.repository = repository;
        this.access = access;
        this.neighbours = neighbours;
        this.drafts = drafts;
        this.icd = icd;
        this.settings = settings;
        this.views = views;
        this.hints = hints;
        this.audit = audit;
        this.clock = Clock.systemUTC();
    }

    /**
     * Makes the PDF of the draft, which then is signed as it is. It takes the place of a former one that nobody signed.
     *
     * @throws ConsiliumException 409 {@code signing.identification-needed}, {@code signing.way-closed}, {@code signing.changed-meanwhile}, {@code
     *     signing.signature-pending}, {@code requests.closed}, 422 {@code signing.conclusion-incomplete}
     */
    ConclusionDocument make(Caller caller, UUID requestId, NewDocument wanted) {
        RequestCard card = access.asConsultant(caller, requestId);
        if (wanted == null || wanted.id() == null) {
            throw incomplete(List.of(new FieldProblem("id", "required")));
        }
        DocumentEntity same = repository.document(wanted.id()).orElse(null);
        if (same != null) {
            return repeated(caller, requestId, same);
        }
        DraftEntity draft = repository
                .draft(requestId)
                .orElseThrow(() -> incomplete(List.of(new FieldProblem("answers", "required"))));
        Drafts.requireWritable(card, draft);
        requireVersion(draft, wanted.version());
        requireWay(requestId, Finishing.SIGNED);
        if (card.hasPatient() && card.identification() == null) {
            throw ConsiliumException.conflict("signing.identification-needed", "nobody noted who the patient is");
        }
        ConclusionForm form = drafts.form(requestId);
        Map<String, Object> answers = ConclusionForm.pruned(Json.object(draft.answers));
        List<FieldProblem> problems = new ArrayList<>(form.problems(answers));
        if (!problems.isEmpty()) {
            throw incomplete(problems);
        }
        // outside the transaction: it takes tenths of a second, and the request's row is locked inside
        DocumentEntity document = newDocument(caller, card, wanted.id(), DocumentKind.CONCLUSION);
        byte[] pdf = ConclusionPdf.write(print(card, draft).printed(frame(caller, card, draft), form, answers, now()));
        document.template = form.template();
        document.type = PDF;
        document.size = pdf.length;
        document.sha256 = Sha256.hex(pdf);
        document.answers = Json.write(answers);
        document.sources = draft.sources;
        document.fileId = document.id;
        return repository.inTransaction(() -> {
            RequestCard locked = toWrite(caller, card, draft);
            requireVersion(repository.draft(requestId).orElse(null), wanted.version());
            dropUnsigned(caller, requestId);
            numbered(document, draft);
            document.name = document.template.fileName() + " № " + locked.number() + suffix(document) + ".pdf";
            neighbours
                    .documents()
                    .store(
                            caller,
                            new NewStoredFile(document.file(), requestId, null, document.name, PDF, FOLDER, pdf, true));
            repository.add(document, List.of());
            audit.append(
                    caller,
                    "signing.document-made",
                    requestId,
                    Map.of("document", document.id, "sha256", document.sha256));
            hints.changed(locked);
            return views.view(document);
        });
    }

    /** Takes a scan of the paper and executes the request, in one transaction. */
    ConclusionDocument scan(Caller caller, UUID requestId, NewScan scan) {
        RequestCard card = access.asConsultant(caller, requestId);
        if (scan == null
                || scan.id() == null
                || scan.documentIds() == null
                || scan.documentIds().isEmpty()
                || scan.documentIds().size() > MOST_PAGES
                || new HashSet<>(scan.documentIds()).size()
                        != scan.documentIds().size()) {
            throw badPages("required");
        }
        DocumentEntity same = repository.document(scan.id()).orElse(null);
        if (same != null) {
            return repeated(caller, requestId, same);
        }
        requireWay(requestId, Finishing.UPLOADED);
        return repository.inTransaction(() -> {
            RequestCard locked = neighbours.closing().toFinish(caller, requestId);
            dropUnsigned(caller, requestId);
            DocumentEntity document = newDocument(caller, card, scan.id(), DocumentKind.SCAN);
            List<PageEntity> pages = pages(caller, document, scan.documentIds());
            document.state = DocumentState.UPLOADED;
            document.number = 1;
            document.executed = true;
            document.name = "Скан заключения № " + locked.number();
            document.type = pages.get(0).type;
            document.size = pages.stream().mapToLong(page -> page.size).sum();
            document.sha256 = hashOf(caller, pages);
            repository.add(document, pages);
            audit.append(
                    caller,
                    "signing.scan-uploaded",
                    requestId,
                    Map.of("document", document.id, "pages", String.valueOf(pages.size())));
            neighbours.closing().execute(caller, requestId, Outcome.UPLOADED_CONCLUSION, null);
            hints.changed(locked);
            return views.view(document);
        });
    }

    /** Takes back what was not signed, so that it can be written on. */
    void dropUnsigned(Caller caller, UUID requestId) {
        for (DocumentEntity former : repository.documentsOf(requestId)) {
            if (former.isUnsigned()) {
                if (former.state == DocumentState.CHECKING) {
                    throw ConsiliumException.conflict(
                            "signing.signature-pending", "its signature is there and is being checked");
                }
                neighbours.documents().discard(caller, former.file());
                repository.remove(former);
            }
        }
    }

    private List<PageEntity> pages(Caller caller, DocumentEntity document, List<UUID> ids) {
        List<PageEntity> pages = new ArrayList<>();
        for (UUID id : ids) {
            Document file;
            try {
                file = neighbours.documents().markPosted(caller, id);
            } catch (ConsiliumException e) {
                throw e.code().equals("documents.not-found") ? badPages("unknown") : e;
            }
            if (!document.request().equals(file.requestId())) {
                throw badPages("unknown");
            }
            if (!SCANNED.contains(file.type())) {
                throw badPages("type");
            }
            PageEntity page = new PageEntity();
            page.documentId = document.id;
            page.position = pages.size() + 1;
            page.fileId = id.toString();
            page.name = file.name();
            page.type = file.type();
            page.size = file.size();
            pages.add(page);
        }
        return pages;
    }

    private String hashOf(Caller caller, List<PageEntity> pages) {
        Sha256 hash = new Sha256();
        for (PageEntity page : pages) {
            try (InputStream in = neighbours.documents().read(caller, UUID.fromString(page.fileId))) {
                hash.add(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return hash.hex();
    }

    /** The request, locked for a conclusion; an executed one is not, for a correction ends nothing. */
    private RequestCard toWrite(Caller caller, RequestCard card, DraftEntity draft) {
        return draft.correctionKind == null
                ? neighbours.closing().toFinish(caller, card.id())
                : access.asConsultant(caller, card.id());
    }

    private void numbered(DocumentEntity document, DraftEntity draft) {
        document.number = 1
                + repository.documentsOf(document.request()).stream()
                        .filter(DocumentEntity::isFinished)
                        .mapToInt(signed -> signed.number)
                        .max()
                        .orElse(0);
        document.addendum = draft.correctionKind == CorrectionKind.ADDENDUM;
        document.correctionReason = draft.correctionReason;
        document.replacesId = draft.correctionDocumentId;
    }

    private static String suffix(DocumentEntity document) {
        if (document.addendum) {
            return ", дополнение " + document.number;
        }
        return document.number == 1 ? "" : ", версия " + document.number;
    }

    private DocumentEntity newDocument(Caller caller, RequestCard card, UUID id, DocumentKind kind) {
        DocumentEntity document = new DocumentEntity();
        document.id = id.toString();
        document.requestId = card.id().toString();
        document.requestName = card.name();
        document.kind = kind;
        document.state = DocumentState.MADE;
        document.current = true;
        document.authorId = caller.id().toString();
        document.authorName = caller.name();
        document.createdAt = now();
        return document;
    }

    private ConclusionDocument repeated(Caller caller, UUID requestId, DocumentEntity same) {
        if (!same.request().equals(requestId) || !same.author().equals(caller.id())) {
            throw ConsiliumException.conflict("signing.id-taken", "another document has this id");
        }
        return views.view(same);
    }

    private void requireWay(UUID requestId, Finishing way) {
        if (!neighbours.forms().finishing(requestId).contains(way)) {
            throw ConsiliumException.conflict("signing.way-closed", "the route does not finish this way");
        }
    }

    private static void requireVersion(DraftEntity draft, long version) {
        if (draft == null || draft.version != version) {
            throw ConsiliumException.changedMeanwhile("signing");
        }
    }

    private ConclusionPrint print(RequestCard card, DraftEntity draft) {
        StaffMember consultant = member(card.consultantId());
        return new ConclusionPrint(settings.zone(), settings.institution(consultant.organisationName()), icd::name);
    }

    private ConclusionPrint.Frame frame(Caller caller, RequestCard card, DraftEntity draft) {
        return new ConclusionPrint.Frame(
                card,
                member(caller.id()),
                neighbours.staff().find(card.filerId()).orElse(null),
                draft.correctionReason,
                draft.correctionKind == CorrectionKind.ADDENDUM);
    }

    private StaffMember member(UUID id) {
        return neighbours.staff().find(id).orElseThrow(() -> ConsiliumException.domainAway("identity"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ConsiliumException badPages(String problem) {
        return ConsiliumException.invalid("signing.scan-pages", List.of(new FieldProblem("documentIds", problem)));
    }

    private static ConsiliumException incomplete(List<FieldProblem> problems) {
        return ConsiliumException.invalid("signing.conclusion-incomplete", problems);
    }
}
