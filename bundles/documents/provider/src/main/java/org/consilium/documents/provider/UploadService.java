package org.consilium.documents.provider;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.consilium.documents.api.Document;
import org.consilium.documents.api.NewStoredFile;
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
    private final Clamd antivirus;

    @Activate
    public UploadService(
            @Reference DocumentRepository repository,
            @Reference DocumentRights rights,
            @Reference ContentStore store,
            @Reference AuditLog audit,
            @Reference DocumentHints hints,
            @Reference DocumentSettings settings,
            @Reference Clamd antivirus) {
        this.repository = repository;
        this.rights = rights;
        this.store = store;
        this.audit = audit;
        this.hints = hints;
        this.settings = settings;
        this.antivirus = antivirus;
    }

    /**
     * Stores a file. The same id, owner and content again answer the same document.
     *
     * @param file asked for its description once the body is received, and so may refuse it
     * @throws ConsiliumException 413 {@code documents.too-large}, 415 {@code documents.refused-type}, 422 {@code
     *     documents.too-many-pixels}, 422 {@code documents.empty}, 422 {@code documents.bad-name}, 409 {@code
     *     documents.quota}, 409 {@code documents.id-taken}, 422 {@code documents.infected}, 503 {@code documents.antivirus-away}, 404 {@code requests.not-found}, 409 {@code
     *     requests.closed}
     */
    Document upload(Caller caller, Supplier<NewFile> file, InputStream body) {
        if (caller.id() == null) {
            throw ConsiliumException.forbidden("documents.not-allowed");
        }
        Received received = store.receive(body);
        try {
            FileKind kind = new KindDetector(settings.maxPixels()).detect(received.path());
            antivirus.check(received.path());
            NewFile described = file.get();
            return withRetry(() -> save(caller, entity(caller, described, received, kind), received));
        } finally {
            store.discard(received);
        }
    }

    /** Keeps a file that another domain made; in the caller's transaction, so that a lost race for a first row is the caller's to repeat. */
    Document store(Caller caller, NewStoredFile file) {
        Received received = store.receive(new ByteArrayInputStream(file.content()));
        try {
            return repository.inTransaction(() -> {
                if (file.requestId() != null) {
                    rights.checkParticipant(caller, file.requestId());
                }
                return keep(caller, stored(caller, file, received), received);
            });
        } finally {
            store.discard(received);
        }
    }

    /** Takes back what was kept for another domain; the sweep finds the content that nobody has any more. */
    void discard(Caller caller, UUID id) {
        repository.inTransaction(() -> {
            repository.lock(id).ifPresent(file -> {
                if (!caller.isSystem() && !file.isOwnedBy(caller.id())) {
                    throw DocumentRights.notFound();
                }
                UUID requestId = file.request();
                repository.delete(file);
                repository.release(UUID.fromString(file.ownerId), file.size);
                if (requestId != null) {
                    repository.release(requestId, file.size);
                }
                audit.append(
                        caller, "documents.deleted", requestId == null ? id : requestId, Map.of("document", file.id));
                hints.changed(file, rights.cards(caller, List.of(file)).get(requestId));
            });
            return null;
        });
    }

    private Document keep(Caller caller, DocumentEntity file, Received received) {
        Optional<DocumentEntity> known = repository.find(UUID.fromString(file.id));
        if (known.isPresent()) {
            if (!known.get().hash.equals(file.hash) || !known.get().ownerId.equals(file.ownerId)) {
                throw ConsiliumException.conflict("documents.id-taken", "another file has this id");
            }
            return known.get().toDocument();
        }
        UUID requestId = file.request();
        repository.charge(UUID.fromString(file.ownerId), file.size, Long.MAX_VALUE);
        if (requestId != null) {
            repository.charge(requestId, file.size, Long.MAX_VALUE);
        }
        RequestCard card = rights.cards(caller, List.of(file)).get(requestId);
        insert(caller, file, received, "documents.stored", card);
        return file.toDocument();
    }

    private void insert(Caller caller, DocumentEntity file, Received received, String action, RequestCard card) {
        repository.insert(file);
        repository.lockContent(file.hash);
        audit.append(
                caller,
                action,
                file.requestId == null ? UUID.fromString(file.id) : file.request(),
                Map.of("document", file.id, "type", file.type));
        hints.changed(file, card);
        store.keep(received);
    }

    private static DocumentEntity stored(Caller caller, NewStoredFile file, Received received) {
        UUID owner = file.ownerId() == null ? caller.id() : file.ownerId();
        DocumentEntity entity = new DocumentEntity();
        entity.id = file.id().toString();
        entity.ownerId = owner.toString();
        entity.requestId = file.requestId() == null ? null : file.requestId().toString();
        entity.name = file.name();
        entity.folder = FileName.checkedFolder(file.folder());
        entity.type = file.type();
        entity.size = received.size();
        entity.hash = received.hash();
        entity.uploadedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        entity.readOnly = file.readOnly();
        return entity;
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
        charge(repository, caller.id(), file.size, settings.ownerQuota());
        if (requestId != null) {
            charge(repository, requestId, file.size, settings.requestQuota());
        }
        insert(caller, file, received, "documents.uploaded", card);
        return file.toDocument();
    }

    private static Document sameUpload(Caller caller, DocumentEntity known, Received received) {
        if (!known.isOwnedBy(caller.id()) || !known.hash.equals(received.hash())) {
            throw ConsiliumException.conflict("documents.id-taken", "another file has this id");
        }
        return known.toDocument();
    }

    /** @throws ConsiliumException 409 {@code documents.quota} */
    static void charge(DocumentRepository repository, UUID holderId, long size, long quota) {
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
