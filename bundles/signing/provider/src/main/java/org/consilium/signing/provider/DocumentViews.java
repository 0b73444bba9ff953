package org.consilium.signing.provider;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows as people see them, with signatures and pages. */
@Component(service = DocumentViews.class)
public class DocumentViews {
    private final SigningRepository repository;

    @Activate
    public DocumentViews(@Reference SigningRepository repository) {
        this.repository = repository;
    }

    ConclusionDocument view(DocumentEntity document) {
        return views(List.of(document)).get(0);
    }

    List<ConclusionDocument> views(List<DocumentEntity> documents) {
        Map<String, SignatureEntity> signatures = repository.signaturesOf(documents);
        Map<String, List<PageEntity>> pages = repository.pagesOf(documents);
        return documents.stream()
                .map(document -> ConclusionDocument.of(
                        document, signatures.get(document.id), pages.getOrDefault(document.id, List.of())))
                .toList();
    }
}
