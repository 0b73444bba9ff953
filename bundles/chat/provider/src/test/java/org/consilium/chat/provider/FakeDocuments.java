package org.consilium.chat.provider;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.documents.api.Document;
import org.consilium.documents.api.DocumentService;
import org.consilium.documents.api.NewStoredFile;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;

/** Documents in memory. */
final class FakeDocuments implements DocumentService {
    final Set<UUID> posted = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Document> documents = new ConcurrentHashMap<>();

    Document add(UUID requestId, String name) {
        Document document = new Document(
                UUID.randomUUID(),
                name,
                "application/pdf",
                1234,
                requestId,
                UUID.randomUUID(),
                true,
                "",
                Instant.now());
        documents.put(document.id(), document);
        return document;
    }

    @Override
    public Document get(Caller caller, UUID documentId) {
        Document document = documents.get(documentId);
        if (document == null) {
            throw ConsiliumException.notFound("documents.not-found");
        }
        return document;
    }

    @Override
    public Map<UUID, Document> getAll(Caller caller, Collection<UUID> documentIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Document markPosted(Caller caller, UUID documentId) {
        Document document = get(caller, documentId);
        posted.add(documentId);
        return document;
    }

    @Override
    public Document store(Caller caller, NewStoredFile file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InputStream read(Caller caller, UUID documentId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discard(Caller caller, UUID documentId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void attach(Caller caller, UUID requestId, Collection<UUID> documentIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(Caller caller, Collection<UUID> documentIds) {
        throw new UnsupportedOperationException();
    }
}
