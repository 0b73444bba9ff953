package org.consilium.platform.persistence.internal;

import java.util.Comparator;
import java.util.Hashtable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.consilium.platform.health.Health;
import org.consilium.platform.health.Health.Status;
import org.consilium.platform.health.HealthCheck;
import org.consilium.platform.persistence.SchemaReady;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the migrations of each bundle with the header {@code Consilium-Migrations: <domain>} when it starts, one bundle at a time, and
 * then registers its {@link SchemaReady}. A migration that fails stops only its domain.
 */
@Component(
        immediate = true,
        service = {SchemaExtender.class, HealthCheck.class})
public final class SchemaExtender implements BundleTrackerCustomizer<SchemaExtender.Schema>, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaExtender.class);
    private static final String HEADER = "Consilium-Migrations";
    private static final long LONGEST_MIGRATION_SECONDS = 60;

    private final DataSource dataSource;
    private final BundleContext context;
    private final ExecutorService migrations = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "schema-migrations");
        thread.setDaemon(true);
        return thread;
    });
    /** Held while scripts run. */
    private final Lock running = new ReentrantLock();

    private final BundleTracker<Schema> bundles;
    private volatile boolean stopped;

    @Activate
    public SchemaExtender(
            @Reference(target = "(osgi.jndi.service.name=consilium)") DataSource dataSource, BundleContext context) {
        this.dataSource = dataSource;
        this.context = context;
        DatabaseSettings.check(dataSource);
        bundles = new BundleTracker<>(context, Bundle.ACTIVE, this);
        bundles.open();
    }

    /**
     * Lets the domain whose scripts run come to its end: broken off, a script may be executed and not in the history, because H2 cannot
     * roll DDL back, and the next activation would fail on it for good. It is called during each start in which the transaction manager
     * gets its configuration late and the pool is made anew.
     */
    @Deactivate
    void stop() throws InterruptedException {
        stopped = true;
        bundles.close();
        migrations.shutdown();
        if (running.tryLock(LONGEST_MIGRATION_SECONDS, TimeUnit.SECONDS)) {
            running.unlock();
        } else {
            LOG.warn("A migration still runs while its data source goes away");
        }
    }

    @Override
    public Schema addingBundle(Bundle bundle, BundleEvent event) {
        String domain = bundle.getHeaders("").get(HEADER);
        if (domain == null) {
            return null;
        }
        Schema schema = new Schema(bundle, domain.trim());
        migrations.execute(() -> migrate(schema));
        return schema;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Schema schema) {
        // nothing in the bundle's state matters here but ACTIVE
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Schema schema) {
        schema.withdraw();
    }

    @Override
    public String name() {
        return "schemas";
    }

    /** Of each domain whose bundle runs: whether its tables are there, and why they are not. */
    @Override
    public Health check() {
        return bundles.getTracked().values().stream()
                .sorted(Comparator.comparing(schema -> schema.domain))
                .map(Schema::health)
                .reduce(Health::and)
                .orElseGet(() -> Health.ok("no schemas"));
    }

    private void migrate(Schema schema) {
        running.lock();
        try {
            if (stopped) {
                return;
            }
            long started = System.nanoTime();
            int executed = Migrations.run(dataSource, schema.domain, new BundleScripts(schema.bundle));
            LOG.info(
                    "Schema {} is ready, {} migrations run in {} ms",
                    schema.domain,
                    executed,
                    (System.nanoTime() - started) / 1_000_000);
        } catch (RuntimeException | Error e) {
            // Flyway's message names the script and the SQL state; the other domains go on.
            schema.failed(MigrationFailure.describe(e));
            LOG.error(
                    "Schema {} of {} failed, its domain stays down: {}", schema.domain, schema.bundle, e.getMessage());
            return;
        } finally {
            running.unlock();
        }
        schema.announce(context);
    }

    /** The schema of one bundle. */
    static final class Schema {
        private final Bundle bundle;
        private final String domain;
        private boolean gone;
        private String failure;
        private ServiceRegistration<SchemaReady> ready;

        Schema(Bundle bundle, String domain) {
            this.bundle = bundle;
            this.domain = domain;
        }

        /** Without a lock while components that wait for the schema start on this thread: they may wait for one that is stopping. */
        void announce(BundleContext context) {
            if (isGone()) {
                return;
            }
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put("domain", domain);
            var registration = context.registerService(SchemaReady.class, new SchemaReady() {}, properties);
            if (!keep(registration)) {
                registration.unregister();
            }
        }

        private synchronized boolean isGone() {
            return gone;
        }

        private synchronized boolean keep(ServiceRegistration<SchemaReady> registration) {
            if (gone) {
                return false;
            }
            ready = registration;
            return true;
        }

        synchronized void failed(String why) {
            failure = why;
        }

        synchronized Health health() {
            if (failure != null) {
                return Health.of(Status.CRITICAL, domain + ": " + failure);
            }
            return ready == null
                    ? Health.of(Status.TEMPORARILY_UNAVAILABLE, domain + ": migrations are to run")
                    : Health.ok(domain + ": ready");
        }

        void withdraw() {
            ServiceRegistration<SchemaReady> registration;
            synchronized (this) {
                gone = true;
                registration = ready;
                ready = null;
            }
            if (registration != null) {
                try {
                    registration.unregister();
                } catch (IllegalStateException e) {
                    LOG.debug("Schema {} was withdrawn with the platform", domain);
                }
            }
        }
    }
}
