package org.consilium.documents.provider;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.documents.api.Document;
import org.consilium.documents.api.DocumentService;
import org.consilium.kernel.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other domains ask. */
@Component(service = DocumentService.class)
public class DocumentServiceImpl implements DocumentService {
    private final DocumentRepository repository;
    private final DocumentRights rights;

    @Activate
    public DocumentServiceImpl(@Reference DocumentRepository repository, @Reference DocumentRights rights) {
        this.repository = repository;
        this.rights = rights;
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
}
