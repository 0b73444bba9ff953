package org.consilium.platform.live.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.consilium.platform.live.Hint;
import org.consilium.platform.live.Live;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds hints back until the change that they tell of can be read; what was rolled back is never told. */
@Component(service = Live.class)
public class TransactionalLive implements Live {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionalLive.class);

    private final SocketHub hub;
    private final TransactionManager transactions;

    @Activate
    public TransactionalLive(@Reference SocketHub hub, @Reference TransactionManager transactions) {
        this.hub = hub;
        this.transactions = transactions;
    }

    @Override
    public void send(Collection<UUID> audience, Hint hint) {
        String text = HintJson.write(hint);
        List<UUID> callers = List.copyOf(audience);
        afterCommit(() -> hub.toCallers(callers, text));
    }

    @Override
    public void sendToPatients(UUID requestId, Hint hint) {
        String text = HintJson.write(hint);
        afterCommit(() -> hub.toPatients(requestId, text));
    }

    @Override
    public void sendToSocket(UUID socketId, Hint hint) {
        String text = HintJson.write(hint);
        afterCommit(() -> hub.toSocket(socketId, text));
    }

    private void afterCommit(Runnable delivery) {
        try {
            Transaction transaction = transactions.getTransaction();
            switch (transaction == null ? Status.STATUS_NO_TRANSACTION : transaction.getStatus()) {
                case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED -> delivery.run();
                case Status.STATUS_ACTIVE, Status.STATUS_PREPARING ->
                    transaction.registerSynchronization(new AfterCommit(delivery));
                default -> LOG.debug("a hint of a transaction that does not commit was not sent");
            }
        } catch (RollbackException e) {
            LOG.debug("a hint of a transaction that is rolled back was not sent");
        } catch (SystemException e) {
            throw new IllegalStateException("the transaction manager failed", e);
        }
    }

    private record AfterCommit(Runnable delivery) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // nothing is known before the commit
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                try {
                    delivery.run();
                } catch (RuntimeException e) {
                    LOG.warn("hints after a commit could not be sent", e);
                }
            }
        }
    }
}
