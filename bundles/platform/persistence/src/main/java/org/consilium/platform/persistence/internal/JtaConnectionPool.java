package org.consilium.platform.persistence.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.managed.DataSourceXAConnectionFactory;
import org.apache.commons.dbcp2.managed.ManagedDataSource;
import org.apache.commons.dbcp2.managed.PoolableManagedConnectionFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.consilium.platform.health.MetricSource;
import org.consilium.platform.health.Metrics;
import org.ops4j.pax.jdbc.pool.common.PooledDataSourceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * The pool of the data source ({@code pool = consilium}): DBCP, one connection a transaction, shared by all units that take part.
 *
 * <p>DBCP learns of a transaction's end through the synchronization registry. Through the transaction itself, as pax-jdbc's own
 * {@code dbcp2} pool has it, DBCP and EclipseLink are told in turn, unit by unit: the first unit's connection goes back to the pool and
 * the second unit, when it then closes its handle on the same connection, gives it back again, from under the thread that has got it
 * meanwhile. The registry tells DBCP before anybody else.
 */
@Component(
        service = {PooledDataSourceFactory.class, MetricSource.class},
        property = {PooledDataSourceFactory.POOL_KEY + "=consilium", PooledDataSourceFactory.XA_KEY + "=true"})
public class JtaConnectionPool implements PooledDataSourceFactory, MetricSource {
    private static final String PREFIX = "pool.";

    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry synchronizations;
    private volatile GenericObjectPool<PoolableConnection> current;

    @Activate
    public JtaConnectionPool(
            @Reference TransactionManager transactions,
            @Reference TransactionSynchronizationRegistry synchronizations) {
        this.transactions = transactions;
        this.synchronizations = synchronizations;
    }

    @Override
    public DataSource create(DataSourceFactory driver, Properties settings) throws SQLException {
        var connections = new DataSourceXAConnectionFactory(
                transactions, driver.createXADataSource(driverSettings(settings)), synchronizations);
        var poolable = new PoolableManagedConnectionFactory(connections, null);
        poolable.setRollbackOnReturn(true);
        var pool = new GenericObjectPool<>(poolable, poolSettings(settings));
        poolable.setPool(pool);
        current = pool;
        return new ManagedDataSource<>(pool, connections.getTransactionRegistry());
    }

    @Override
    public void tell(Metrics metrics) {
        GenericObjectPool<PoolableConnection> pool = current;
        if (pool != null) {
            String name = "consilium_database_connections";
            metrics.gauge(name, "Connections of the pool.", pool.getNumActive(), "state", "used");
            metrics.gauge(name, "Connections of the pool.", pool.getNumIdle(), "state", "idle");
            metrics.gauge("consilium_database_connections_max", "The most connections.", pool.getMaxTotal());
            metrics.gauge(
                    "consilium_database_connections_waiting",
                    "Threads that wait for a connection.",
                    pool.getNumWaiters());
        }
    }

    private static GenericObjectPoolConfig<PoolableConnection> poolSettings(Properties settings) {
        int maxTotal = Integer.parseInt(settings.getProperty(PREFIX + "maxTotal", "24"));
        var config = new GenericObjectPoolConfig<PoolableConnection>();
        config.setMaxTotal(maxTotal);
        config.setMaxIdle(maxTotal);
        config.setMaxWait(Duration.ofMillis(Long.parseLong(settings.getProperty(PREFIX + "maxWaitMillis", "10000"))));
        config.setJmxEnabled(false);
        return config;
    }

    private static Properties driverSettings(Properties settings) {
        Properties driver = new Properties();
        settings.stringPropertyNames().stream()
                .filter(name -> !name.startsWith(PREFIX) && !name.equals(DataSourceFactory.JDBC_DATASOURCE_NAME))
                .forEach(name -> driver.setProperty(name, settings.getProperty(name)));
        return driver;
    }
}
