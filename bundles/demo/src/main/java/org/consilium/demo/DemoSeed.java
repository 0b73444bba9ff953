package org.consilium.demo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.consilium.identity.api.StaffAdministration;
import org.consilium.registry.api.PersonImport;
import org.consilium.scheduling.api.TemplateService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills each domain when it is there, in the background. What was made is marked in the database, so that a later start costs three
 * look-ups; what is missing because a domain is away or fails is tried again.
 */
@Component(service = DemoSeed.class, immediate = true, configurationPid = DemoConfig.PID)
@Designate(ocd = DemoConfig.class)
public class DemoSeed {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSeed.class);
    private static final long FIRST_PAUSE_SECONDS = 1;
    private static final long LONGEST_PAUSE_SECONDS = 15;

    /** How far it is. */
    enum Progress {
        WORKING,
        READY
    }

    private final int people;
    private final SeedSteps steps;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(DemoSeed::newThread);
    private volatile Progress progress = Progress.WORKING;
    private String lastFailure;
    private long pause = FIRST_PAUSE_SECONDS;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile StaffAdministration staff;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PersonImport registry;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile TemplateService schedules;

    @Activate
    public DemoSeed(@Reference DemoOpen open, @Reference DemoRepository repository, DemoConfig config) {
        people = config.people();
        steps = new SeedSteps(repository, people);
    }

    /** Runs once the fields are set, which is after the constructor. */
    @Activate
    void start() {
        thread.execute(this::work);
    }

    Progress progress() {
        return progress;
    }

    int people() {
        return people;
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private void work() {
        boolean done = false;
        try {
            done = steps.run(staff, registry, schedules);
        } catch (RuntimeException e) {
            // Expected while the domains arrive one after the other; worth one line when it is something new.
            String failure = e.toString();
            if (!thread.isShutdown() && !failure.equals(lastFailure)) {
                LOG.warn("demo data are not complete yet, trying again: {}", failure);
            }
            lastFailure = failure;
        }
        if (done) {
            progress = Progress.READY;
            LOG.info("demo data are ready");
            thread.shutdown();
        } else if (!thread.isShutdown()) {
            thread.schedule(this::work, pause, TimeUnit.SECONDS);
            // A domain that was left out must not be asked for each second for ever.
            pause = Math.min(pause + 1, LONGEST_PAUSE_SECONDS);
        }
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "demo-seed");
        thread.setDaemon(true);
        return thread;
    }
}
