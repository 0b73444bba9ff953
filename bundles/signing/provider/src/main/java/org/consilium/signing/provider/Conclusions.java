package org.consilium.signing.provider;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.audit.AuditLog;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Documents after they were made: lists, reading, the ends of a request. */
@Component(service = Conclusions.class)
public class Conclusions {
    private static final int MOST = 200;

    private final SigningRepository repository;
    private final SigningAccess access;
    private final Neighbours neighbours;
    private final Drafts drafts;
    private final ConclusionMaker maker;
    private final SigningSettings settings;
    private final DocumentViews views;
    private final SigningHints hints;
    private final AuditLog audit;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Conclusions(
            @Reference SigningRepository repository,
            @Reference SigningAccess access,
            @Reference Neighbours neighbours,
            @Reference Drafts drafts,
            @Reference ConclusionMaker maker,
            @Reference SigningSettings settings,
            @Reference DocumentViews views,
            @Reference SigningHints hints,
            @Reference AuditLog audit) {
        this.repository = repository;
        this.access = access;
        this.neighbours = neighbours;
        this.drafts = drafts;
        this.maker = maker;
        this.settings = settings;
        this.views = views;
        this.hints = hints;
        this.audit = audit;
    }

    /** A content with what a browser must know of it. */
    record Content(String name, String type, long size, InputStream stream) {}

    List<ConclusionDocument> ofRequest(Caller caller, UUID requestId) {
        access.toRead(caller, requestId);
        return views.views(repository.documentsOf(requestId).stream()
                .filter(document -> SigningAccess.mayRead(caller, document))
                .toList());
    }

    ConclusionDocument get(Caller caller, UUID documentId) {
        return views.view(readable(caller, documentId));
    }

    DocumentEntity readable(Caller caller, UUID documentId) {
        DocumentEntity document = repository.document(documentId).orElseThrow(SigningAccess::notFound);
        access.toRead(caller, document.request());
        if (!SigningAccess.mayRead(caller, document)) {
            throw SigningAccess.notFound();
        }
        return document;
    }

    Content content(Caller caller, UUID documentId) {
        DocumentEntity document = readable(caller, documentId);
        if (document.fileId == null) {
            throw SigningAccess.notFound();
        }
        return opened(caller, document, document.file(), document.name, document.type, document.size);
    }

    Content archive(Caller caller, UUID documentId) {
        DocumentEntity document = readable(caller, documentId);
        if (document.archiveId == null) {
            throw ConsiliumException.notFound("signing.archive-missing");
        }
        UUID archive = UUID.fromString(document.archiveId);
        return opened(caller, document, archive, document.archiveName, "application/zip", document.archiveSize);
    }

    private Content opened(Caller caller, DocumentEntity document, UUID file, String name, String type, long size) {
        InputStream stream = neighbours.documents().read(caller, file);
        audit.append(caller, "signing.downloaded", document.request(), Map.of("document", document.id, "type", type));
        return new Content(name, type, size, stream);
    }

    /** «Далее» after the archive: the request is executed, never before (S162, S163). */
    ConclusionDocument complete(Caller caller, UUID requestId, Chosen chosen) {
        access.asConsultant(caller, requestId);
        return repository.inTransaction(() -> {
            DocumentEntity document = own(caller, requestId, chosen);
            if (document.executed) {
                return views.view(document);
            }
            RequestCard card = neighbours.closing().toFinish(caller, requestId);
            if (document.state != DocumentState.SIGNED || document.archiveId == null) {
                throw ConsiliumException.conflict("signing.archive-missing", "there is no archive yet");
            }
            document.executed = true;
            repository.flush();
            neighbours.closing().execute(caller, requestId, Outcome.SIGNED_CONCLUSION, null);
            hints.changed(card);
            return views.view(document);
        });
    }

    /** The plug-in failed at the visit: the conclusion waits for its signature, the request is not executed. */
    ConclusionDocument awaitSignature(Caller caller, UUID requestId, Chosen chosen) {
        access.asConsultant(caller, requestId);
        return repository.inTransaction(() -> {
            DocumentEntity document = own(caller, requestId, chosen);
            RequestCard card = neighbours.closing().toFinish(caller, requestId);
            if (!document.isUnsigned()) {
                throw ConsiliumException.conflict("signing.not-current", "it is signed");
            }
            if (document.dueAt == null) {
                document.dueAt = now().plus(settings.awaitTerm());
            }
            if (document.state == DocumentState.MADE) {
                document.state = DocumentState.AWAITING;
            }
            repository.flush();
            neighbours.closing().awaitSignature(caller, requestId);
            audit.append(caller, "signing.awaits-signature", requestId, Map.of("document", document.id));
            hints.changed(card);
            return views.view(document);
        });
    }

    /** Back to work: what was not signed is taken back and written on. */
    Conclusion resume(Caller caller, UUID requestId) {
        access.asConsultant(caller, requestId);
        return repository.inTransaction(() -> {
            neighbours.closing().toFinish(caller, requestId);
            if (repository.documentsOf(requestId).stream().anyMatch(found -> found.state == DocumentState.SIGNED)) {
                throw ConsiliumException.conflict("signing.not-current", "it is signed");
            }
            maker.dropUnsigned(caller, requestId);
            neighbours.closing().resume(caller, requestId);
            RequestCard card = neighbours.requests().card(caller, requestId);
            hints.changed(card);
            return drafts.view(card, repository.draft(requestId).orElse(null));
        });
    }

    List<Awaiting> awaiting(Caller caller) {
        SigningAccess.requireDoctor(caller);
        Instant now = now();
        return repository.awaiting(caller.id(), MOST).stream()
                .map(document -> new Awaiting(
                        document.request(),
                        document.requestName,
                        document.uuid(),
                        document.name,
                        document.size,
                        document.sha256,
                        document.createdAt,
                        document.dueAt,
                        document.dueAt.isBefore(now),
                        document.state))
                .toList();
    }

    List<Earlier> earlier(Caller caller, int limit) {
        SigningAccess.requireDoctor(caller);
        return repository.signed(caller.id(), Math.max(1, Math.min(limit, MOST))).stream()
                .map(document -> new Earlier(
                        document.uuid(),
                        document.request(),
                        document.requestName,
                        document.createdAt,
                        Json.object(document.answers)))
                .toList();
    }

    private DocumentEntity own(Caller caller, UUID requestId, Chosen chosen) {
        return repository
                .lock(chosen == null || chosen.documentId() == null ? requestId : chosen.documentId())
                .filter(document -> document.request().equals(requestId))
                .filter(document -> document.author().equals(caller.id()))
                .orElseThrow(SigningAccess::notFound);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
