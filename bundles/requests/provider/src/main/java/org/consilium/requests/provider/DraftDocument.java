package org.consilium.requests.provider;

import java.util.UUID;
import org.consilium.documents.api.Document;

/**
 * A file of a draft.
 *
 * @param name {@code null} for one that is not there any more, and while documents are away
 * @param type media type of its content
 * @param uploaded in the wizard: it is deleted with the draft
 */
public record DraftDocument(UUID id, String name, String type, Long size, boolean uploaded) {
    static DraftDocument of(ChosenDocument chosen, Document document) {
        return document == null
                ? new DraftDocument(chosen.id(), null, null, null, chosen.uploaded())
                : new DraftDocument(chosen.id(), document.name(), document.type(), document.size(), chosen.uploaded());
    }
}
