package org.consilium.documents.provider;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the open tabs of all concerned that files changed. */
@Component(service = DocumentHints.class)
public class DocumentHints {
    private static final String TYPE = "documents.changed";

    private final Live live;

    @Activate
    public DocumentHints(@Reference Live live) {
        this.live = live;
    }

    /** @param card the file's request; {@code null} for a private file, or when only its owner has to know */
    void changed(DocumentEntity file, RequestCard card) {
        UUID owner = UUID.fromString(file.ownerId);
        if (card == null) {
            live.send(List.of(owner), Hint.of(TYPE, file.request()));
            return;
        }
        Set<UUID> audience = new HashSet<>(card.staff());
        audience.add(owner);
        live.send(audience, Hint.of(TYPE, card.id()));
        live.sendToPatients(card.id(), Hint.of(TYPE, card.id()));
    }
}
