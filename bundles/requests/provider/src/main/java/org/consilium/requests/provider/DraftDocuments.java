package org.consilium.requests.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.documents.api.Document;
import org.consilium.documents.api.DocumentService;
import org.consilium.kernel.Caller;
import org.consilium.kernel.FieldProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files of drafts: private ones of their filer until a draft is submitted. */
@Component(service = DraftDocuments.class)
public class DraftDocuments {
    static final int MOST = 20;

    private final Neighbours neighbours;

    @Activate
    public DraftDocuments(@Reference Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** The filer's own ones among those that the drafts name; {@code null} while documents are away: then none is called unknown. */
    Map<UUID, Document> known(Caller filer, Collection<DraftContent> drafts) {
        Set<UUID> ids = drafts.stream()
                .flatMap(draft -> draft.documents().stream())
                .map(ChosenDocument::id)
                .collect(Collectors.toSet());
        DocumentService documents = neighbours.documents;
        if (ids.isEmpty()) {
            return Map.of();
        }
        return documents == null ? null : own(filer, documents.getAll(filer, ids));
    }

    /** @param known {@code null} for what nobody knows now */
    static List<FieldProblem> problems(DraftContent draft, Map<UUID, Document> known) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; known != null && i < draft.documents().size(); i++) {
            if (!known.containsKey(draft.documents().get(i).id())) {
                problems.add(new FieldProblem("documents/" + i, Problems.UNKNOWN));
            }
        }
        return problems;
    }

    static List<DraftDocument> views(DraftContent draft, Map<UUID, Document> known) {
        return draft.documents().stream()
                .map(chosen -> DraftDocument.of(chosen, known == null ? null : known.get(chosen.id())))
                .toList();
    }

    /** Whether what was uploaded for a draft can be deleted now. */
    boolean canRelease(DraftContent draft) {
        return neighbours.documents != null || uploaded(draft).isEmpty();
    }

    /** Deletes what was uploaded for a draft and is not wanted in it any more. In the caller's transaction. */
    void release(Caller filer, DraftContent before, DraftContent after) {
        Set<UUID> released = uploaded(before);
        after.documents().forEach(kept -> released.remove(kept.id()));
        if (!released.isEmpty()) {
            neighbours.documents().release(filer, released);
        }
    }

    private static Set<UUID> uploaded(DraftContent draft) {
        return draft.documents().stream()
                .filter(ChosenDocument::uploaded)
                .map(ChosenDocument::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<UUID, Document> own(Caller filer, Map<UUID, Document> visible) {
        return visible.values().stream()
                .filter(document -> filer.id().equals(document.ownerId()))
                .collect(Collectors.toMap(Document::id, document -> document));
    }
}
