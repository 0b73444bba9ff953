package org.consilium.signing.provider;

import org.consilium.platform.events.EventConsumer;
import org.consilium.requests.api.RequestExecuted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Seals the record of every executed request, in whichever way it was executed. */
@Component(service = EventConsumer.class)
public class SealRecordOnRequestExecuted implements EventConsumer<RequestExecuted> {
    private final RecordSealer sealer;

    @Activate
    public SealRecordOnRequestExecuted(@Reference RecordSealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Class<RequestExecuted> eventType() {
        return RequestExecuted.class;
    }

    @Override
    public void handle(RequestExecuted event) {
        sealer.seal(event.requestId());
    }
}
