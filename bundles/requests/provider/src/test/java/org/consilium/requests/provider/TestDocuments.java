package org.consilium.requests.provider;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.consilium.documents.api.Document;
import org.consilium.documents.api.DocumentService;
import org.consilium.documents.api.NewStoredFile;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;

/** Files in memory; everybody sees all of them. */
final class TestDocuments implements DocumentService {
    final Map<UUID, Document> files = new ConcurrentHashMap<>();

    Document add(UUID owner, String name) {
        Document document =
                new Document(Uuid7.next(), name, "application/pdf", 1234, null, owner, false, "", House.NOW);
        files.put(document.id(), document);
        return document;
    }

    @Override
    public Document get(Caller caller, UUID documentId) {
        return files.get(documentId);
    }

    @Override
    public Map<UUID, Document> getAll(Caller caller, Collection<UUID> documentIds) {
        return documentIds.stream().filter(files::containsKey).collect(Collectors.toMap(id -> id, files::get));
    }

    @Override
    public void attach(Caller caller, UUID requestId, Collection<UUID> documentIds) {
        documentIds.forEach(id -> files.computeIfPresent(
                id,
                (same, file) -> new Document(
                        id, file.name(), file.type(), 1234, requestId, file.ownerId(), false, "", House.NOW)));
    }

    @Override
    public void release(Caller caller, Collection<UUID> documentIds) {
        documentIds.forEach(files::remove);
    }

    @Override
    public Document markPosted(Caller caller, UUID documentId) {
        throw new UnsupportedOperationException();
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
}
