package org.consilium.documents.provider;

import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.documents.api.Document;
import org.consilium.documents.api.DocumentService;
import org.consilium.documents.api.NewStoredFile;
import org.consilium.kernel.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other domains ask. */
@Component(service = DocumentService.class)
public class DocumentServiceImpl implements DocumentService {
    private final DocumentRepository repository;
    private final DocumentRights rights;
    private final ContentStore content;
    private final UploadService uploads;
    private final Attachments attachments;

    @Activate
    public DocumentServiceImpl(
            @Reference DocumentRepository repository,
            @Reference DocumentRights rights,
            @Reference ContentStore content,
            @Reference UploadService uploads,
            @Reference Attachments attachments) {
        this.repository = repository;
        this.rights = rights;
        this.content = content;
        this.uploads = uploads;
        this.attachments = attachments;
    }

    @Override
    public Document get(Caller caller, UUID documentId) {
        return repository
                .find(documentId)
                .map(file -> rights.checkVisible(caller, file))
                .orElseThrow(DocumentRights::notFound)
                .toDocument();
    }

    @Override
    public Map<UUID, Document> getAll(Caller caller, Collection<UUID> documentIds) {
        return rights.visible(caller, repository.findAll(documentIds)).stream()
                .map(DocumentEntity::toDocument)
                .collect(Collectors.toMap(Document::id, document -> document));
    }

    @Override
    public Document markPosted(Caller caller, UUID documentId) {
        return repository.inTransaction(() -> {
            DocumentEntity file = repository.lock(documentId).orElseThrow(DocumentRights::notFound);
            rights.checkVisible(caller, file).markPosted();
            return file.toDocument();
        });
    }

    @Override
    public Document store(Caller caller, NewStoredFile file) {
        return uploads.store(caller, file);
    }

    @Override
    public InputStream read(Caller caller, UUID documentId) {
        DocumentEntity file = repository.find(documentId).orElseThrow(DocumentRights::notFound);
        return Channels.newInputStream(content.open(rights.checkVisible(caller, file).hash));
    }

    @Override
    public void discard(Caller caller, UUID documentId) {
        uploads.discard(caller, documentId);
    }

    @Override
    public void attach(Caller caller, UUID requestId, Collection<UUID> documentIds) {
        attachments.attach(caller, requestId, documentIds);
    }

    @Override
    public void release(Caller caller, Collection<UUID> documentIds) {
        attachments.release(caller, documentIds);
    }
}
