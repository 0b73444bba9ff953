package org.consilium.documents.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.documents.api.Document;
import org.consilium.documents.provider.format.FileKind;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Page;
import org.consilium.platform.audit.AuditLog;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What people do with stored files: find, read, rename, delete. */
@Component(service = FileService.class)
public class FileService {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int MAX_OF_REQUEST = 1000;

    private final DocumentRepository repository;
    private final DocumentRights rights;
    private final ContentStore store;
    private final OrphanSweep orphans;
    private final AuditLog audit;
    private final DocumentHints hints;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile StaffDirectory staff;

    @Activate
    public FileService(
            @Reference DocumentRepository repository,
            @Reference DocumentRights rights,
            @Reference ContentStore store,
            @Reference OrphanSweep orphans,
            @Reference AuditLog audit,
            @Reference DocumentHints hints) {
        this.repository = repository;
        this.rights = rights;
        this.store = store;
        this.orphans = orphans;
        this.audit = audit;
        this.hints = hints;
    }

    /** The caller's uploads, newest first. */
    Page<OwnFile> own(Caller caller, String query, String folder, String cursor, Integer limit) {
        int size = limit == null ? DEFAULT_LIMIT : Math.max(1, Math.min(limit, MAX_LIMIT));
        List<DocumentEntity> found =
                repository.ofOwner(staffId(caller), query, folder, FileCursor.parse(cursor), size + 1);
        List<DocumentEntity> page = found.subList(0, Math.min(size, found.size()));
        Map<UUID, RequestCard> cards = rights.cards(caller, page);
        return new Page<>(
                page.stream()
                        .map(file -> ownFile(file, file.requestId == null ? null : cards.get(file.request())))
                        .toList(),
                found.size() > size ? FileCursor.of(page.get(size - 1)).text() : null);
    }

    List<Folder> folders(Caller caller) {
        return repository.folders(staffId(caller));
    }

    /** All files of a request, oldest first. */
    List<RequestFile> ofRequest(Caller caller, UUID requestId) {
        rights.checkParticipant(caller, requestId);
        List<DocumentEntity> files = repository.ofRequest(requestId, MAX_OF_REQUEST);
        Map<UUID, String> names = namesOfStaff(files);
        return files.stream().map(file -> requestFile(caller, file, names)).toList();
    }

    /**
     * A file's content for reading. A range that does not begin the file goes on with a reading that the audit trail
     * has already.
     *
     * @param range the {@code Range} header, may be {@code null}
     */
    StoredContent open(Caller caller, UUID id, String range) {
        DocumentEntity file = rights.checkVisible(caller, existing(id));
        Optional<ContentRange> part = ContentRange.parse(range, file.size);
        if (part.isEmpty() || part.get().first() == 0) {
            audit.append(caller, "documents.downloaded", subject(file.toDocument()), Map.of("document", file.id));
        }
        return new StoredContent(
                file.toDocument(),
                FileKind.of(file.type).filter(FileKind::isInline).isPresent(),
                part,
                () -> store.open(file.hash));
    }

    /** Gives an own file another name and folder. */
    Document change(Caller caller, UUID id, FileChange change) {
        return repository.inTransaction(() -> {
            DocumentEntity file = repository.lock(id).orElseThrow(DocumentRights::notFound);
            checkOwner(caller, file);
            if (file.readOnly) {
                throw inUse();
            }
            FileKind kind = FileKind.of(file.type).orElseThrow();
            file.rename(
                    FileName.checked(change == null ? null : change.name(), kind),
                    FileName.checkedFolder(change == null ? null : change.folder()));
            repository.reindex(file);
            Document document = file.toDocument();
            audit.append(caller, "documents.changed", subject(document), Map.of("document", file.id));
            hints.changed(file, null);
            return document;
        });
    }

    /**
     * Deletes an own file. One that belongs to a request goes only while the request is open and nobody was shown it
     * in the chat.
     *
     * @throws ConsiliumException 409 {@code documents.in-use}
     */
    void delete(Caller caller, UUID id) {
        String hash = repository.inTransaction(() -> {
            DocumentEntity found = existing(id);
            checkOwner(caller, found);
            UUID requestId = found.request();
            RequestCard card = requestId == null ? null : writable(caller, requestId);
            DocumentEntity file = repository.lock(id).orElseThrow(DocumentRights::notFound);
            if (file.readOnly || (requestId != null && file.posted)) {
                throw inUse();
            }
            repository.delete(file);
            repository.release(UUID.fromString(file.ownerId), file.size);
            if (requestId != null) {
                repository.release(requestId, file.size);
            }
            audit.append(caller, "documents.deleted", subject(file.toDocument()), Map.of("document", file.id));
            hints.changed(file, card);
            return file.hash;
        });
        orphans.release(hash);
    }

    private RequestCard writable(Caller caller, UUID requestId) {
        try {
            return rights.writable(caller, requestId);
        } catch (ConsiliumException e) {
            throw e.code().equals("requests.closed") ? inUse() : e;
        }
    }

    private DocumentEntity existing(UUID id) {
        return repository.find(id).orElseThrow(DocumentRights::notFound);
    }

    private void checkOwner(Caller caller, DocumentEntity file) {
        if (!file.isOwnedBy(caller.id())) {
            rights.checkVisible(caller, file);
            throw ConsiliumException.forbidden("documents.not-owner");
        }
    }

    private static UUID staffId(Caller caller) {
        if (!caller.isStaff()) {
            throw ConsiliumException.forbidden("documents.not-allowed");
        }
        return caller.id();
    }

    private static UUID subject(Document document) {
        return document.requestId() == null ? document.id() : document.requestId();
    }

    private static ConsiliumException inUse() {
        return ConsiliumException.conflict("documents.in-use", "the file is part of a request's record");
    }

    private Map<UUID, String> namesOfStaff(List<DocumentEntity> files) {
        StaffDirectory directory = staff;
        if (directory == null) {
            return Map.of();
        }
        List<UUID> owners = files.stream()
                .filter(file -> !file.fromPatient)
                .map(file -> UUID.fromString(file.ownerId))
                .distinct()
                .toList();
        return directory.findAll(owners).values().stream()
                .collect(Collectors.toMap(StaffMember::id, StaffMember::shortName));
    }

    private static OwnFile ownFile(DocumentEntity file, RequestCard card) {
        Document document = file.toDocument();
        boolean open = card != null && card.state().isWritable();
        return new OwnFile(
                document.id(),
                document.name(),
                document.type(),
                document.size(),
                document.requestId(),
                document.ownerId(),
                document.fromPatient(),
                document.folder(),
                document.uploadedAt(),
                card == null ? null : card.name(),
                !file.readOnly && (document.requestId() == null || (open && !file.posted)));
    }

    private static RequestFile requestFile(Caller caller, DocumentEntity file, Map<UUID, String> names) {
        Document document = file.toDocument();
        return new RequestFile(
                document.id(),
                document.name(),
                document.type(),
                document.size(),
                document.requestId(),
                document.ownerId(),
                document.fromPatient(),
                file.isOwnedBy(caller.id()) ? document.folder() : "",
                document.uploadedAt(),
                document.fromPatient() ? null : names.get(document.ownerId()));
    }
}
