package org.consilium.platform.live.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.LiveHandler;
import org.consilium.platform.live.LiveMessage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what pages say to the handlers. It knows a handler only while it is registered: no message, no thread and no parser keeps a class of
 * its bundle.
 */
@Component(service = LiveInbox.class, configurationPid = LiveConfig.PID)
public class LiveInbox {
    private static final Logger LOG = LoggerFactory.getLogger(LiveInbox.class);

    private final int messagesPerSecond;
    private final ExecutorService farewells =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "live-farewells"));

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<LiveHandler> handlers = List.of();

    @Activate
    public LiveInbox(LiveConfig config) {
        messagesPerSecond = config.messagesPerSecond();
    }

    @Deactivate
    public void stop() {
        farewells.shutdownNow();
    }

    MessageBucket newBucket() {
        return new MessageBucket(messagesPerSecond);
    }

    void received(LiveSocket socket, String text) {
        MessageJson.read(text, socket.id()).ifPresent(message -> handlers.stream()
                .filter(handler -> handler.type().equals(message.type()))
                .findFirst()
                .ifPresent(handler -> handle(handler, socket, message)));
    }

    private static void handle(LiveHandler handler, LiveSocket socket, LiveMessage message) {
        try {
            handler.handle(socket.caller(), message);
        } catch (ConsiliumException e) {
            refuse(socket, message, e.code());
        } catch (RuntimeException e) {
            // what a page sent and what a database says of it stay out of the log
            LOG.warn(
                    "a message of type {} failed: {}",
                    message.type(),
                    e.getClass().getName());
            refuse(socket, message, "platform.failed");
        }
    }

    private static void refuse(LiveSocket socket, LiveMessage message, String code) {
        socket.send(HintJson.write(
                new Hint("live.refused", message.subject(), 0, Map.of("type", message.type(), "code", code))));
    }

    /** Not on the caller's thread: a socket may be given up in the middle of a hint, with locks held. */
    void closed(LiveSocket socket) {
        Caller caller = socket.caller();
        UUID id = socket.id();
        try {
            farewells.execute(() -> handlers.forEach(handler -> {
                try {
                    handler.closed(caller, id);
                } catch (RuntimeException e) {
                    LOG.warn(
                            "the end of a socket was not handled: {}",
                            e.getClass().getName());
                }
            }));
        } catch (RejectedExecutionException e) {
            LOG.debug("the live channel stops");
        }
    }
}
