package org.consilium.conferencing.openvidu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.consilium.conferencing.api.EngineAccess;
import org.consilium.conferencing.api.EngineException;
import org.consilium.conferencing.api.EngineParticipant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What conferencing needs of an OpenVidu server: the same class against the stub and against a real deployment. */
abstract class OpenViduContract {
    final String room = "c-" + UUID.randomUUID();

    abstract OpenViduConferences engine();

    /** An engine whose secret the server does not know. */
    abstract OpenViduConferences intruder();

    @AfterEach
    void closeRoom() {
        engine().close(room);
    }

    private static EngineParticipant newcomer(boolean publishes) {
        return new EngineParticipant(UUID.randomUUID(), null, publishes);
    }

    @Test
    void aRoomIsOpenedAgainAndAgain() {
        engine().open(room);
        engine().open(room);
        EngineAccess first = engine().admit(room, newcomer(true));
        EngineAccess second = engine().admit(room, newcomer(false));
        assertTrue(first.access().startsWith("wss://"), first.access());
        assertTrue(first.access().contains("sessionId=" + room), first.access());
        assertNotNull(first.connection());
        assertNotEquals(first.access(), second.access());
        assertNotEquals(first.connection(), second.connection());
    }

    @Test
    void aNewPassEndsTheFormerOne() {
        UUID id = UUID.randomUUID();
        EngineAccess former = engine().admit(room, new EngineParticipant(id, null, true));
        engine().admit(room, newcomer(true));
        EngineAccess now = engine().admit(room, new EngineParticipant(id, former.connection(), true));
        assertNotEquals(former.connection(), now.connection());
        // gone already: nothing happens
        engine().remove(room, former.connection());
        engine().admit(room, new EngineParticipant(id, former.connection(), true));
    }

    @Test
    void puttingOutAndClosingMayComeTwiceAndForRoomsThatNeverWere() {
        EngineAccess pass = engine().admit(room, newcomer(true));
        engine().remove(room, pass.connection());
        engine().remove(room, pass.connection());
        engine().remove("c-never", "con_never");
        engine().close(room);
        engine().close(room);
        engine().close("c-never");
        assertNotNull(engine().admit(room, newcomer(true)).access(), "opened again by the next entry");
    }

    @Test
    void whoDoesNotKnowTheSecretGetsNothing() {
        EngineException failure =
                assertThrows(EngineException.class, () -> intruder().open(room));
        assertEquals("conferencing.engine-away", failure.code());
        assertTrue(failure.getMessage().contains("401"), failure.getMessage());
    }

    @Test
    void aBadNameIsRefused() {
        assertThrows(EngineException.class, () -> engine().open("no name/at all"));
    }
}
