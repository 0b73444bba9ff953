package org.consilium.documents.provider;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.consilium.signing.api.RecordEntry;
import org.consilium.signing.api.RecordPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files of a request in its sealed record, each with the hash of its content. */
@Component(service = RecordPart.class)
public class FilesInRecord implements RecordPart {
    private static final int MOST = 10_000;

    private final DocumentRepository repository;

    @Activate
    public FilesInRecord(@Reference DocumentRepository repository) {
        this.repository = repository;
    }

    @Override
    public String section() {
        return "documents";
    }

    @Override
    public List<RecordEntry> entries(UUID requestId) {
        return repository.ofRequest(requestId, MOST).stream()
                .map(file -> new RecordEntry(file.uploadedAt, "file", details(file)))
                .toList();
    }

    private static Map<String, String> details(DocumentEntity file) {
        Map<String, String> details = new TreeMap<>();
        details.put("id", file.id);
        details.put("name", file.name);
        details.put("type", file.type);
        details.put("size", String.valueOf(file.size));
        details.put("sha256", file.hash);
        details.put("owner", file.ownerId);
        details.put("fromPatient", String.valueOf(file.fromPatient));
        return details;
    }
}
