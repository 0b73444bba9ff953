package org.consilium.platform.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The data source may go away while scripts run, as it does when the transaction manager gets its configuration late. */
// public, as H2 calls an alias of it
public class SchemaExtenderTest {
    /** Called by the second script, so that the test knows that it runs. */
    private static CountDownLatch scriptRuns;

    private static CountDownLatch scriptMayGoOn;
    private static final AtomicBoolean interrupted = new AtomicBoolean();

    @TempDir
    Path folder;

    private final BlockingQueue<Object> announced = new LinkedBlockingQueue<>();

    /** An alias of H2 in the script. */
    public static int hold() {
        scriptRuns.countDown();
        while (scriptMayGoOn.getCount() > 0) {
            try {
                scriptMayGoOn.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        }
        return 1;
    }

    @Test
    void scriptsThatRunWhileTheDataSourceGoesAwayAreDoneOnceAndTheNextActivationGoesOn() throws Exception {
        scriptRuns = new CountDownLatch(1);
        scriptMayGoOn = new CountDownLatch(1);
        script("V1__alias.sql", "create alias hold for '" + SchemaExtenderTest.class.getName() + ".hold'");
        script("V2__held.sql", "create table held as select hold() as one");
        script("V3__after.sql", "create table after_it (id int primary key)");
        DataSource database = database("retry:");

        SchemaExtender first = new SchemaExtender(database, context());
        assertTrue(scriptRuns.await(30, TimeUnit.SECONDS));
        Thread stopping = new Thread(() -> stop(first));
        stopping.start();
        stopping.join(500);
        scriptMayGoOn.countDown();
        stopping.join(30_000);
        assertFalse(interrupted.get(), "a script is never interrupted");
        assertEquals(List.of(), List.copyOf(announced), "nobody is told of a schema whose data source goes away");

        SchemaExtender second = new SchemaExtender(database, context());
        assertEquals(
                "test", ((Dictionary<?, ?>) announced.poll(30, TimeUnit.SECONDS)).get("domain"), "the schema is ready");
        assertEquals(3, successes(database));
        stop(second);
    }

    @Test
    void aDatabaseThatAnInterruptedThreadWouldCloseForEverybodyIsRefused() {
        DataSource database = database("file:");
        String refusal = assertThrows(IllegalStateException.class, () -> new SchemaExtender(database, context()))
                .getMessage();
        assertTrue(refusal.contains("jdbc:h2:retry:"), refusal);
    }

    private static void stop(SchemaExtender extender) {
        try {
            extender.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private DataSource database(String fileSystem) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:" + fileSystem + folder.resolve("db") + ";WRITE_DELAY=0");
        h2.setUser("sa");
        return h2;
    }

    private static int successes(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from \"test_schema_history\" where \"success\" and \"version\" <> '0'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void script(String name, String sql) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("db-bundle").resolve(Migrations.PATH));
        Files.writeString(migrations.resolve(name), sql + ";\n");
    }

    private Bundle bundle() {
        return stub(Bundle.class, (method, arguments) -> switch (method) {
            case "getState" -> Bundle.ACTIVE;
            case "getHeaders" -> new Hashtable<>(java.util.Map.of("Consilium-Migrations", "test"));
            case "findEntries" -> Collections.enumeration(urls());
            case "getEntry" -> null;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private List<URL> urls() throws IOException {
        try (var files = Files.list(folder.resolve("db-bundle").resolve(Migrations.PATH))) {
            List<URL> urls = new java.util.ArrayList<>();
            for (Path file : files.toList()) {
                urls.add(file.toUri().toURL());
            }
            return urls;
        }
    }

    private BundleContext context() {
        Bundle bundle = bundle();
        return stub(BundleContext.class, (method, arguments) -> switch (method) {
            case "getBundles" -> new Bundle[] {bundle};
            case "addBundleListener", "removeBundleListener" -> null;
            case "registerService" -> {
                announced.add(arguments[2]);
                yield stub(ServiceRegistration.class, (called, none) -> null);
            }
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Answer {
        Object to(String method, Object[] arguments) throws Exception;
    }

    private static <T> T stub(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default -> answer.to(method.getName(), arguments);
                }));
    }
}
