package org.consilium.platform.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.kernel.DomainEvent;
import org.consilium.platform.events.Events;

/** Keeps what was appended. */
public final class RecordingEvents implements Events {
    public final List<DomainEvent> appended = new CopyOnWriteArrayList<>();

    @Override
    public void append(DomainEvent event) {
        appended.add(event);
    }
}
