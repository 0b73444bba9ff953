package org.consilium.platform.live.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.transaction.TransactionManager;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.consilium.platform.live.Hint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionalLiveTest {
    private final List<String> sent = new ArrayList<>();
    private final SocketHub hub = new SocketHub(TestConfig.DEFAULTS) {
        @Override
        void toCallers(Collection<UUID> callers, String text) {
            callers.forEach(caller -> sent.add("caller " + text));
        }

        @Override
        void toPatients(UUID requestId, String text) {
            sent.add("patients " + text);
        }
    };
    private final UUID doctor = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private final TransactionManager transactions;
    private final TransactionalLive live;

    TransactionalLiveTest() throws Exception {
        transactions = new GeronimoTransactionManager(10);
        live = new TransactionalLive(hub, transactions);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void sendsAtOnceWithoutATransaction() {
        sendBoth();
        assertEquals(2, sent.size());
    }

    @Test
    void sendsAfterTheCommitInTheOrderOfTheCalls() throws Exception {
        transactions.begin();
        sendBoth();
        assertEquals(List.of(), sent);
        transactions.commit();
        assertEquals(
                List.of("caller", "patients"),
                sent.stream().map(text -> text.split(" ")[0]).toList());
    }

    @Test
    void neverTellsOfWhatWasRolledBack() throws Exception {
        transactions.begin();
        sendBoth();
        transactions.rollback();
        assertEquals(List.of(), sent);

        transactions.begin();
        transactions.setRollbackOnly();
        sendBoth();
        transactions.rollback();
        assertEquals(List.of(), sent);
    }

    private void sendBoth() {
        live.send(List.of(doctor), Hint.of("chat.message", request, 1));
        live.sendToPatients(request, Hint.of("chat.message", request, 1));
    }
}
