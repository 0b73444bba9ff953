package org.consilium.platform.persistence.internal;

import java.util.Hashtable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
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
@Component(immediate = true, service = SchemaExtender.class)
public final class SchemaExtender implements BundleTrackerCustomizer<SchemaExtender.Schema> {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaExtender.class);
    private static final String HEADER = "Consilium-Migrations";

    private final DataSource dataSource;
    private final BundleContext context;
    private final ExecutorService migrations = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "schema-migrations");
        thread.setDaemon(true);
        return thread;
    });
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

    @Deactivate
    void stop() {
        stopped = true;
        bundles.close();
        migrations.shutdownNow();
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

    private void migrate(Schema schema) {
        long started = System.nanoTime();
        try {
            int executed = Migrations.run(dataSource, schema.domain, new BundleScripts(schema.bundle));
            schema.announce(context);
            LOG.info(
                    "Schema {} is ready, {} migrations run in {} ms",
                    schema.domain,
                    executed,
                    (System.nanoTime() - started) / 1_000_000);
        } catch (RuntimeException | Error e) {
            if (stopped) {
                // The pool is made anew when the transaction manager gets its configuration; the next activation
                // migrates.
                LOG.info("Schema {} waits for the data source", schema.domain);
                return;
            }
            // Flyway's message names the script and the SQL state; the other domains go on.
            LOG.error(
                    "Schema {} of {} failed, its domain stays down: {}", schema.domain, schema.bundle, e.getMessage());
        }
    }

    /** The schema of one bundle. */
    static final class Schema {
        private final Bundle bundle;
        private final String domain;
        private boolean gone;
        private ServiceRegistration<SchemaReady> ready;

        Schema(Bundle bundle, String domain) {
            this.bundle = bundle;
            this.domain = domain;
        }

        synchronized void announce(BundleContext context) {
            if (!gone) {
                Hashtable<String, Object> properties = new Hashtable<>();
                properties.put("domain", domain);
                ready = context.registerService(SchemaReady.class, new SchemaReady() {}, properties);
            }
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
