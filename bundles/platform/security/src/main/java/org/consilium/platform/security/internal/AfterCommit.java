package org.consilium.platform.security.internal;

import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;

/** Runs what others must not hear of before the current transaction is committed. */
final class AfterCommit {
    private final TransactionManager transactions;

    AfterCommit(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /** Runs the action after the current transaction committed, at once when there is none, never when it rolls back. */
    void run(Runnable action) {
        try {
            Transaction current = transactions.getTransaction();
            if (current == null) {
                action.run();
            } else {
                current.registerSynchronization(new OnCommit(action));
            }
        } catch (RollbackException e) {
            // the transaction is doomed already: nothing will have happened
        } catch (SystemException e) {
            throw new IllegalStateException("the transaction manager does not answer", e);
        }
    }

    private record OnCommit(Runnable action) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // nothing to do before
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                action.run();
            }
        }
    }
}
