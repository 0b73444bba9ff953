package org.consilium.platform.testing;

import javax.transaction.TransactionManager;
import javax.transaction.xa.XAException;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Binds EclipseLink to the transaction manager that the distribution uses, as Aries JPA does there. */
public final class JtaPlatform extends ServerPlatformBase {
    static final GeronimoTransactionManager TRANSACTIONS = start();

    public JtaPlatform(DatabaseSession session) {
        super(session);
    }

    @Override
    public Class<?> getExternalTransactionControllerClass() {
        return Controller.class;
    }

    private static GeronimoTransactionManager start() {
        try {
            return new GeronimoTransactionManager(60);
        } catch (XAException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called by EclipseLink. */
    public static final class Controller extends JTATransactionController {
        @Override
        protected TransactionManager acquireTransactionManager() {
            return TRANSACTIONS;
        }
    }
}
