package org.consilium.documents.provider;

import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.consilium.documents.api.Document;
import org.consilium.documents.provider.format.FileKind;
import org.consilium.documents.provider.format.KindDetector;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.audit.AuditLog;
import org.consilium.platform.persistence.UniqueViolation;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes files in. The body is received as a whole before anything is judged, so that its sender hears the answer;
 * then its content is examined, and one transaction checks the right, counts the bytes, writes the row and, last of
 * all, moves the file to its place.
 */
@Component(service = UploadService.class)
public class UploadService {
    /**
     * Two uploads may make the same first row (of a content, of a holder) at once; the one that comes second finds
     * it.
     */
    private static final int ATTEMPTS = 3;

    private final DocumentRepository repository;
    private final DocumentRights rights;
    private final ContentStore store;
    private final AuditLog audit;
    private final DocumentHints hints;
    private final DocumentSettings settings;

    @Activate
    public UploadService(
            @Reference DocumentRepository repository,
            @Reference DocumentRights rights,
            @Reference ContentStore store,
            @Reference AuditLog audit,
            @Reference DocumentHints hints,
            @Reference DocumentSettings settings) {
        this.repository = repository;
        this.rights = rights;
        this.store = store;
        this.audit = audit;
        this.hints = hints;
        this.settings = settings;
    }

    /**
     * Stores a file. The same id, owner and content again answer the same document.
     *
     * @param file asked for its description once the body is received, and so may refuse it
     * @throws ConsiliumException 413 {@code documents.too-large}, 415 {@code documents.refused-type}, 422 {@code
     *     documents.too-many-pixels}, 422 {@code documents.empty}, 422 {@code documents.bad-name}, 409 {@code
     *     documents.quota}, 409 {@code documents.id-taken}, 404 {@code requests.not-found}, 409 {@code
     *     requests.closed}
     */
    Document upload(Caller caller, Supplier<NewFile> file, InputStream body) {
        if (caller.id() == null) {
            throw ConsiliumException.forbidden("documents.not-allowed");
        }
        Received received = store.receive(body);
        try {
            FileKind kind = new KindDetector(settings.maxPixels()).detect(received.path());
            NewFile described = file.get();
            return withRetry(() -> save(caller, entity(caller, described, received, kind), received));
        } finally {
            store.discard(received);
        }
    }

    private Document withRetry(Supplier<Document> save) {
        for (int attempt = 1; ; attempt++) {
            try {
                return repository.inTransaction(save);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !UniqueViolation.in(e)) {
                    throw e;
                }
            }
        }
    }

    private Document save(Caller caller, DocumentEntity file, Received received) {
        Optional<DocumentEntity> known = repository.find(UUID.fromString(file.id));
        if (known.isPresent()) {
            return sameUpload(caller, known.get(), received);
        }
        UUID requestId = file.request();
        RequestCard card = requestId == null ? null : rights.writable(caller, requestId);
        charge(caller.id(), file.size, settings.ownerQuota());
        if (requestId != null) {
            charge(requestId, file.size, settings.requestQuota());
        }
        repository.insert(file);
        repository.lockContent(file.hash);
        audit.append(
                caller,
                "documents.uploaded",
                requestId == null ? UUID.fromString(file.id) : requestId,
                Map.of("document", file.id, "type", file.type));
        hints.changed(file, card);
        store.keep(received);
        return file.toDocument();
    }

    private static Document sameUpload(Caller caller, DocumentEntity known, Received received) {
        if (!known.isOwnedBy(caller.id()) || !known.hash.equals(received.hash())) {
            throw ConsiliumException.conflict("documents.id-taken", "another file has this id");
        }
        return known.toDocument();
    }

    private void charge(UUID holderId, long size, long quota) {
        if (!repository.charge(holderId, size, quota)) {
            throw new ConsiliumException(
                    ConsiliumException.Status.CONFLICT,
                    "documents.quota",
                    "no room left",
                    Map.of("quotaBytes", quota),
                    null);
        }
    }

    private static DocumentEntity entity(Caller caller, NewFile file, Received received, FileKind kind) {
        DocumentEntity entity = new DocumentEntity();
        entity.id = file.id().toString();
        entity.ownerId = caller.id().toString();
        entity.fromPatient = caller.isPatient();
        entity.requestId = file.requestId() == null ? null : file.requestId().toString();
        entity.name = FileName.checked(file.name(), kind);
        entity.folder = FileName.checkedFolder(file.folder());
        entity.type = kind.mediaType();
        entity.size = received.size();
        entity.hash = received.hash();
        entity.uploadedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return entity;
    }
}
