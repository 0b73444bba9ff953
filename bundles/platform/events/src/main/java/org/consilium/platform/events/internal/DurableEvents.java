package org.consilium.platform.events.internal;

import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.consilium.kernel.DomainEvent;
import org.consilium.platform.events.Events;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes events into the caller's transaction and wakes the dispatcher after the commit. */
@Component(service = Events.class)
public class DurableEvents implements Events {
    private final EventRepository repository;
    private final TransactionManager transactions;
    private final Dispatcher dispatcher;

    @Activate
    public DurableEvents(
            @Reference EventRepository repository,
            @Reference TransactionManager transactions,
            @Reference Dispatcher dispatcher) {
        this.repository = repository;
        this.transactions = transactions;
        this.dispatcher = dispatcher;
    }

    @Override
    public void append(DomainEvent event) {
        try {
            Transaction transaction = transactions.getTransaction();
            if (transaction == null) {
                throw new IllegalStateException("an event belongs into the transaction of its change: " + event.type());
            }
            repository.append(event.type(), event.key(), EventJson.write(event));
            transaction.registerSynchronization(new Wake());
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException("the transaction does not take an event any more", e);
        }
    }

    private final class Wake implements Synchronization {
        @Override
        public void beforeCompletion() {
            // nothing to do before
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                dispatcher.wake();
            }
        }
    }
}
