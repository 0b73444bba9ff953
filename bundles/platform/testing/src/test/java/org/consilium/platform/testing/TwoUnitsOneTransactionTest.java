package org.consilium.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.persistence.PersistenceException;
import javax.transaction.RollbackException;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.persistence.UniqueViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The promise under every use case that spans domains: two persistence units commit and roll back together. */
@ParameterizedClass
@EnumSource(Engine.class)
class TwoUnitsOneTransactionTest {
    private final TestDatabase db;
    private final JpaTemplate left;
    private final JpaTemplate right;

    TwoUnitsOneTransactionTest(Engine engine) {
        db = TestDatabase.on(engine);
        left = db.unit("left");
        right = db.unit("right");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void bothCommit() {
        left.tx(em -> {
            em.persist(newLeft());
            insertRight("a");
        });
        assertEquals(1, count(left, "left_row"));
        assertEquals(1, count(right, "right_row"));
    }

    @Test
    void bothRollBackWhenTheOuterFailsAfterBothWereFlushed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> left.tx(em -> {
                    em.persist(newLeft());
                    em.flush();
                    insertRight("a");
                    throw new IllegalArgumentException("after both");
                }));
        assertEquals(0, count(left, "left_row"));
        assertEquals(0, count(right, "right_row"));
    }

    @Test
    void aConstraintBrokenInTheSecondUnitComesOutAsItsOwnExceptionAndUndoesTheFirst() {
        insertRight("a");
        ConsiliumException failure = assertThrows(
                ConsiliumException.class,
                () -> left.tx(em -> {
                    em.persist(newLeft());
                    em.flush();
                    insertRight("a");
                }));
        assertEquals("right.name-taken", failure.code());
        assertEquals(0, count(left, "left_row"));
        assertEquals(1, count(right, "right_row"));
    }

    @Test
    void instantsAndTheirAbsenceComeBack() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        right.tx(em -> {
            for (String name : List.of("now", "never")) {
                RightEntity row = new RightEntity();
                row.id = name;
                row.name = name;
                row.at = name.equals("now") ? now : null;
                em.persist(row);
            }
        });
        right.tx(em -> {
            assertEquals(now, em.find(RightEntity.class, "now").at);
            assertNull(em.find(RightEntity.class, "never").at);
            assertEquals(
                    List.of("now"),
                    em.createQuery("select r.name from RightEntity r where r.at <= :at", String.class)
                            .setParameter("at", now)
                            .getResultList());
        });
    }

    /** Two units hold handles on the transaction's one connection and close them when it has ended, as EclipseLink does. */
    @Test
    void aConnectionIsNotGivenBackAgainWhenSomebodyElseHasIt() throws Exception {
        List<Connection> others = new ArrayList<>();
        List<Connection> handles = new ArrayList<>();
        TestDatabase.transactions().begin();
        whenEnded(() -> handles.get(0).close());
        handles.add(db.dataSource().getConnection());
        whenEnded(() -> {
            others.add(connectionOfAnotherThread());
            handles.get(1).close();
        });
        handles.add(db.dataSource().getConnection());
        assertEquals(session(handles.get(0)), session(handles.get(1)));
        TestDatabase.transactions().rollback();
        others.add(connectionOfAnotherThread());
        assertNotEquals(session(others.get(0)), session(others.get(1)));
        for (Connection other : others) {
            other.close();
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static void whenEnded(Step step) throws RollbackException, SystemException {
        TestDatabase.transactions().getTransaction().registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                try {
                    step.run();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    private Connection connectionOfAnotherThread() {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return db.dataSource().getConnection();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .join();
    }

    private String session(Connection connection) throws SQLException {
        String sql = db.engine() == Engine.H2 ? "select session_id()" : "select pg_backend_pid()";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void insertRight(String name) {
        right.tx(em -> {
            RightEntity row = new RightEntity();
            row.id = UUID.randomUUID().toString();
            row.name = name;
            em.persist(row);
            try {
                em.flush();
            } catch (PersistenceException e) {
                if (UniqueViolation.of("right_name", e)) {
                    throw ConsiliumException.conflict("right.name-taken", "the name is taken");
                }
                throw e;
            }
        });
    }

    private static LeftEntity newLeft() {
        LeftEntity row = new LeftEntity();
        row.id = UUID.randomUUID().toString();
        return row;
    }

    private static int count(JpaTemplate unit, String table) {
        return unit.txExpr(TransactionType.Supports, em -> ((Number)
                        em.createNativeQuery("select count(*) from " + table).getSingleResult())
                .intValue());
    }
}
