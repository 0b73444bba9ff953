package org.consilium.signing.provider;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.documents.api.Document;
import org.consilium.documents.api.DocumentService;
import org.consilium.documents.api.NewStoredFile;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;

/** Files in memory. */
final class FakeFiles implements DocumentService {
    final Map<UUID, NewStoredFile> files = new ConcurrentHashMap<>();
    boolean failing;

    UUID upload(UUID requestId, String name, String type) {
        UUID id = Uuid7.next();
        files.put(id, new NewStoredFile(id, requestId, Uuid7.next(), name, type, "", name.getBytes(), false));
        return id;
    }

    @Override
    public Document get(Caller caller, UUID documentId) {
        NewStoredFile file = files.get(documentId);
        if (file == null) {
            throw ConsiliumException.notFound("documents.not-found");
        }
        return document(file);
    }

    @Override
    public Map<UUID, Document> getAll(Caller caller, Collection<UUID> documentIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Document markPosted(Caller caller, UUID documentId) {
        return get(caller, documentId);
    }

    @Override
    public Document store(Caller caller, NewStoredFile file) {
        if (failing) {
            throw new IllegalStateException("disk full");
        }
        files.put(file.id(), file);
        return document(file);
    }

    @Override
    public InputStream read(Caller caller, UUID documentId) {
        get(caller, documentId);
        return new ByteArrayInputStream(files.get(documentId).content());
    }

    @Override
    public void discard(Caller caller, UUID documentId) {
        files.remove(documentId);
    }

    @Override
    public void attach(Caller caller, UUID requestId, Collection<UUID> documentIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(Caller caller, Collection<UUID> documentIds) {
        throw new UnsupportedOperationException();
    }

    private static Document document(NewStoredFile file) {
        return new Document(
                file.id(),
                file.name(),
                file.type(),
                file.content().length,
                file.requestId(),
                file.ownerId(),
                false,
                file.folder(),
                Instant.now());
    }
}
