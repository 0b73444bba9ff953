package org.consilium.platform.testing;

import java.util.HashMap;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Aries' JpaTemplate without OSGi: one entity manager for a unit and a transaction, nested calls join, an exception rolls all back. */
final class JtaTemplate implements JpaTemplate {
    private final EntityManagerFactory factory;
    private final TransactionManager transactions;
    private final Map<Transaction, EntityManager> managers = new HashMap<>();

    JtaTemplate(EntityManagerFactory factory, TransactionManager transactions) {
        this.factory = factory;
        this.transactions = transactions;
    }

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> code) {
        try {
            Transaction outer = transactions.getTransaction();
            return switch (type) {
                case Required -> outer == null ? inNew(code) : inExisting(code);
                case RequiresNew -> {
                    if (outer != null) {
                        // Aries keeps one entity manager a thread, whose connection belongs to the outer transaction.
                        throw new UnsupportedOperationException(
                                "RequiresNew within a transaction fails in the distribution");
                    }
                    yield inNew(code);
                }
                case Supports -> outer == null ? without(code) : inExisting(code);
                default -> throw new UnsupportedOperationException(type.name());
            };
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <R> R inNew(EmFunction<R> code) throws Exception {
        transactions.begin();
        R result;
        try {
            result = code.apply(manager());
        } catch (Throwable e) {
            transactions.rollback();
            throw e;
        }
        if (transactions.getStatus() == Status.STATUS_MARKED_ROLLBACK) {
            transactions.rollback();
            throw new IllegalStateException("the transaction was marked for rollback");
        }
        transactions.commit();
        return result;
    }

    private <R> R inExisting(EmFunction<R> code) throws Exception {
        try {
            return code.apply(manager());
        } catch (Throwable e) {
            transactions.setRollbackOnly();
            throw e;
        }
    }

    private <R> R without(EmFunction<R> code) {
        EntityManager manager = factory.createEntityManager();
        try {
            return code.apply(manager);
        } finally {
            manager.close();
        }
    }

    private synchronized EntityManager manager() throws Exception {
        Transaction transaction = transactions.getTransaction();
        EntityManager manager = managers.get(transaction);
        if (manager == null) {
            manager = factory.createEntityManager();
            manager.joinTransaction();
            managers.put(transaction, manager);
            transaction.registerSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // EclipseLink flushes by a synchronization of its own
                }

                @Override
                public void afterCompletion(int status) {
                    synchronized (JtaTemplate.this) {
                        managers.remove(transaction).close();
                    }
                }
            });
        }
        return manager;
    }

    @Override
    public void tx(TransactionType type, EmConsumer code) {
        txExpr(type, manager -> {
            code.accept(manager);
            return null;
        });
    }

    @Override
    public <R> R txExpr(EmFunction<R> code) {
        return txExpr(TransactionType.Required, code);
    }

    @Override
    public void tx(EmConsumer code) {
        tx(TransactionType.Required, code);
    }
}
