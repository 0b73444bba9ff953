package org.consilium.documents.provider;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.audit.AuditLog;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of a member of staff on their way into a request; each was examined when it was uploaded. */
@Component(service = Attachments.class)
public class Attachments {
    private final DocumentRepository repository;
    private final DocumentRights rights;
    private final AuditLog audit;
    private final DocumentHints hints;
    private final DocumentSettings settings;

    @Activate
    public Attachments(
            @Reference DocumentRepository repository,
            @Reference DocumentRights rights,
            @Reference AuditLog audit,
            @Reference DocumentHints hints,
            @Reference DocumentSettings settings) {
        this.repository = repository;
        this.rights = rights;
        this.audit = audit;
        this.hints = hints;
        this.settings = settings;
    }

    /** See {@link org.consilium.documents.api.DocumentService#attach}. */
    void attach(Caller caller, UUID requestId, Collection<UUID> documentIds) {
        repository.inTransaction(() -> {
            rights.checkParticipant(caller, requestId);
            documentIds.forEach(id -> attach(caller, requestId, own(caller, id)));
            return null;
        });
    }

    /** See {@link org.consilium.documents.api.DocumentService#release}; the sweep finds the contents that nobody has any more. */
    void release(Caller caller, Collection<UUID> documentIds) {
        repository.inTransaction(() -> {
            for (UUID id : documentIds) {
                repository
                        .lock(id)
                        .filter(file -> file.isOwnedBy(caller.id()) && file.requestId == null && !file.readOnly)
                        .ifPresent(file -> {
                            repository.delete(file);
                            repository.release(caller.id(), file.size);
                            audit.append(caller, "documents.deleted", id, Map.of("document", file.id));
                            hints.changed(file, null);
                        });
            }
            return null;
        });
    }

    private DocumentEntity own(Caller caller, UUID id) {
        return repository.lock(id).filter(file -> file.isOwnedBy(caller.id())).orElseThrow(DocumentRights::notFound);
    }

    private void attach(Caller caller, UUID requestId, DocumentEntity file) {
        if (requestId.equals(file.request())) {
            return;
        }
        UploadService.charge(repository, requestId, file.size, settings.requestQuota());
        DocumentEntity attached = file;
        if (file.requestId == null) {
            file.requestId = requestId.toString();
        } else {
            UploadService.charge(repository, caller.id(), file.size, settings.ownerQuota());
            attached = copy(file, requestId);
            repository.insert(attached);
            repository.lockContent(attached.hash);
        }
        audit.append(caller, "documents.attached", requestId, Map.of("document", attached.id, "type", attached.type));
        RequestCard card = rights.cards(caller, List.of(attached)).get(requestId);
        hints.changed(attached, card);
    }

    /** The same content under an id of its own. */
    private static DocumentEntity copy(DocumentEntity file, UUID requestId) {
        DocumentEntity copy = new DocumentEntity();
        copy.id = Uuid7.next().toString();
        copy.ownerId = file.ownerId;
        copy.requestId = requestId.toString();
        copy.name = file.name;
        copy.folder = file.folder;
        copy.type = file.type;
        copy.size = file.size;
        copy.hash = file.hash;
        copy.uploadedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return copy;
    }
}
