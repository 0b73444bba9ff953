package org.consilium.conferencing.openvidu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.consilium.conferencing.api.EngineAccess;
import org.consilium.conferencing.api.EngineException;
import org.consilium.conferencing.api.EngineParticipant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real client against a server that answers as recorded, and what only a stub can show. */
class OpenViduStubTest extends OpenViduContract {
    private final OpenViduStub stub = new OpenViduStub();
    private final OpenViduConferences engine = new OpenViduConferences(new TestConfig(stub.url(), OpenViduStub.SECRET));

    @Override
    OpenViduConferences engine() {
        return engine;
    }

    @Override
    OpenViduConferences intruder() {
        return new OpenViduConferences(new TestConfig(stub.url(), "guessed"));
    }

    /** After the room of the contract was closed. */
    @AfterEach
    void stop() {
        stub.close();
    }

    @Override
    void closeRoom() {
        // some tests stop the server
    }

    @Test
    void theServerLearnsARandomIdAndARightAndNothingElse() {
        UUID publisher = UUID.randomUUID();
        UUID listener = UUID.randomUUID();
        engine.admit(room, new EngineParticipant(publisher, null, true));
        engine.admit(room, new EngineParticipant(listener, null, false));
        assertEquals("PUBLISHER", stub.connectionsMade.get(0).path("role").asText());
        assertEquals(
                publisher.toString(), stub.connectionsMade.get(0).path("data").asText());
        assertEquals("SUBSCRIBER", stub.connectionsMade.get(1).path("role").asText());
        assertEquals(2, stub.connectionsOf(room));
    }

    @Test
    void aSessionThatEndedInBetweenIsMadeAgain() {
        engine.open(room);
        stub.emptyOnce = true;
        EngineAccess pass = engine.admit(room, new EngineParticipant(UUID.randomUUID(), null, true));
        assertTrue(pass.connection().startsWith("con_"));
        assertEquals(List.of(room), stub.sessionIds());
    }

    @Test
    void anotherProcessPutsOutAndClosesToo() {
        EngineAccess one = engine.admit(room, new EngineParticipant(UUID.randomUUID(), null, true));
        engine.admit(room, new EngineParticipant(UUID.randomUUID(), null, true));
        OpenViduConferences afterRestart = new OpenViduConferences(new TestConfig(stub.url(), OpenViduStub.SECRET));
        afterRestart.remove(room, one.connection());
        assertEquals(1, stub.connectionsOf(room));
        afterRestart.close(room);
        assertEquals(List.of(), stub.sessionIds());
    }

    @Test
    void recordingStartsAndStopsAndSaysWhenItIsSwitchedOff() {
        engine.admit(room, new EngineParticipant(UUID.randomUUID(), null, true));
        String recording = engine.startRecording(room);
        assertEquals(List.of(recording), stub.recordings);
        engine.stopRecording(recording);
        engine.stopRecording(recording);
        assertEquals(List.of(), stub.recordings);
        stub.recordingEnabled = false;
        EngineException failure = assertThrows(EngineException.class, () -> engine.startRecording(room));
        assertTrue(failure.getMessage().contains("501"), failure.getMessage());
    }

    @Test
    void aServerThatIsDownIsAFailureThatTellsNoSecretsAndIsOverSoon() {
        stub.close();
        long begun = System.nanoTime();
        EngineException failure = assertThrows(EngineException.class, () -> engine.open(room));
        assertTrue(System.nanoTime() - begun < 10_000_000_000L);
        assertFalse(failure.getMessage().contains(OpenViduStub.SECRET));
        assertFalse(failure.getMessage().contains("127.0.0.1"), failure.getMessage());
    }

    @Test
    void theSecretGoesOverTlsOnlyUnlessTheServerIsThisHost() {
        for (String url : List.of("http://video.example.org", "ftp://localhost", "video.example.org", "https:///x")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new OpenViduConferences(new TestConfig(url, OpenViduStub.SECRET)));
        }
        new OpenViduConferences(new TestConfig("https://video.example.org", OpenViduStub.SECRET));
        assertThrows(
                IllegalArgumentException.class,
                () -> new OpenViduConferences(
                        new TestConfig("https://video.example.org", OpenViduStub.SECRET, "no-such-file.pem")));
    }
}
