package org.consilium.signing.provider;

import java.util.UUID;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the open tabs of all concerned that a conclusion changed. */
@Component(service = SigningHints.class)
public class SigningHints {
    private final Live live;

    @Activate
    public SigningHints(@Reference Live live) {
        this.live = live;
    }

    void changed(RequestCard card) {
        UUID request = card.id();
        live.send(card.staff(), Hint.of("signing.changed", request));
        live.sendToPatients(request, Hint.of("signing.changed", request));
    }
}
