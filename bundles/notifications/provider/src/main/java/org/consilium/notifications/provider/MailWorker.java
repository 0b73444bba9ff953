package org.consilium.notifications.provider;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.consilium.notifications.api.MailTransport;
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
 * The one thread that looks at reminders and mails. All it knows stands in rows, so it may stop and start at any
 * time, on any node.
 */
@Component(service = MailWorker.class, immediate = true)
public class MailWorker {
    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final int STOP_SECONDS = 5;

    private final Reminders reminders;
    private final MailQueue queue;
    private final ScheduledExecutorService thread;

    /** None: mails wait. Of several the one with the highest ranking. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile MailTransport transport;

    @Activate
    public MailWorker(
            @Reference Reminders reminders, @Reference MailQueue queue, @Reference NotificationSettings settings) {
        this.reminders = reminders;
        this.queue = queue;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, "consilium-mail");
            worker.setDaemon(true);
            return worker;
        });
        thread.scheduleWithFixedDelay(
                this::workQuietly, settings.pollSeconds(), settings.pollSeconds(), TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() throws InterruptedException {
        // the attempt under way may end; what comes after it waits for the next start
        thread.shutdown();
        if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    void work() {
        queue.giveUpOutdated();
        reminders.writeDue();
        MailTransport now = transport;
        while (now != null && !thread.isShutdown() && queue.sendNext(now)) {
            now = transport;
        }
    }

    private void workQuietly() {
        try {
            work();
        } catch (RuntimeException e) {
            // the executor would never run again; the next round finds the same rows
            LOG.warn("A round of the mail worker broke off: {}", e.getClass().getName());
        }
    }
}
