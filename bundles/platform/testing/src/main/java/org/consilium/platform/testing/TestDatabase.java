package org.consilium.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.EntityManagerFactory;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import javax.transaction.TransactionManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.internal.JtaConnectionPool;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.xa.PGXADataSource;

/**
 * A fresh database with the JTA set-up of the distribution: one managed pool, several persistence units in one transaction. The
 * PostgreSQL server is started once a JVM.
 */
public final class TestDatabase implements AutoCloseable {
    /** For constructors that wait for their schema. */
    public static final SchemaReady READY = new SchemaReady() {};

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres postgres;

    private final Engine engine;
    private final DataSource dataSource;
    private final List<EntityManagerFactory> units = new ArrayList<>();

    private TestDatabase(Engine engine, XADataSource database) {
        this.engine = engine;
        dataSource = pool(database);
    }

    /** An empty database of the engine. */
    public static TestDatabase on(Engine engine) {
        String name = "test" + COUNT.incrementAndGet();
        return new TestDatabase(
                engine, engine == Engine.H2 ? h2("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1") : postgresql(name));
    }

    /** One that a distribution filled and that nobody else has open. */
    public static TestDatabase at(Engine engine, String url) {
        return new TestDatabase(engine, engine == Engine.H2 ? h2(url) : postgresqlAt(url));
    }

    /** The transaction manager that all units share. */
    public static TransactionManager transactions() {
        return JtaPlatform.TRANSACTIONS;
    }

    public Engine engine() {
        return engine;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Runs the migrations that lie beside the unit's {@code META-INF/persistence.xml}, then opens the unit. */
    public JpaTemplate unit(String name) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(migrationsOf(name))
                .table(name + "_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        EntityManagerFactory factory = new PersistenceProvider()
                .createEntityManagerFactory(
                        name,
                        Map.of(
                                "javax.persistence.jtaDataSource",
                                dataSource,
                                "javax.persistence.nonJtaDataSource",
                                dataSource,
                                "eclipselink.target-server",
                                JtaPlatform.class.getName(),
                                "eclipselink.session-name",
                                name + UUID.randomUUID(),
                                "eclipselink.logging.level",
                                "SEVERE"));
        if (factory == null) {
            throw new IllegalArgumentException("no persistence unit " + name);
        }
        units.add(factory);
        return new JtaTemplate(factory, transactions());
    }

    @Override
    public void close() {
        units.forEach(EntityManagerFactory::close);
        try {
            ((AutoCloseable) dataSource).close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migrationsOf(String unit) {
        try {
            for (URL url : java.util.Collections.list(
                    TestDatabase.class.getClassLoader().getResources("META-INF/persistence.xml"))) {
                try (var in = url.openStream()) {
                    String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                    if (text.contains("persistence-unit name=\"" + unit + "\"")) {
                        if (url.getProtocol().equals("file")) {
                            return "filesystem:"
                                    + Path.of(url.toURI()).getParent().resolveSibling("db/migration");
                        }
                        throw new IllegalArgumentException(
                                "unit " + unit + " must come from a folder of classes, not from " + url);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException("no META-INF/persistence.xml with unit " + unit);
    }

    /** The distribution's own pool. */
    private static DataSource pool(XADataSource database) {
        Properties settings = new Properties();
        settings.setProperty("pool.maxTotal", "32");
        try {
            return new JtaConnectionPool(JtaPlatform.TRANSACTIONS, JtaPlatform.TRANSACTIONS)
                    .create(new XaDriver(database), settings);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A driver that knows one database. */
    private record XaDriver(XADataSource database) implements DataSourceFactory {
        @Override
        public XADataSource createXADataSource(Properties settings) {
            return database;
        }

        @Override
        public DataSource createDataSource(Properties settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConnectionPoolDataSource createConnectionPoolDataSource(Properties settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Driver createDriver(Properties settings) {
            throw new UnsupportedOperationException();
        }
    }

    private static XADataSource h2(String url) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url + ";LOCK_TIMEOUT=10000");
        h2.setUser("sa");
        return h2;
    }

    private static XADataSource postgresql(String name) {
        try {
            EmbeddedPostgres server = server();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return postgresqlAt(server.getJdbcUrl("postgres", name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static XADataSource postgresqlAt(String url) {
        PGXADataSource source = new PGXADataSource();
        source.setUrl(url);
        source.setUser("postgres");
        source.setLogServerErrorDetail(false);
        source.setStringType("unspecified");
        return source;
    }

    private static synchronized EmbeddedPostgres server() {
        if (postgres == null) {
            try {
                // A fresh database for each test is thrown away: what a crash would lose is the matter of CrashIT.
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres;
    }
}
