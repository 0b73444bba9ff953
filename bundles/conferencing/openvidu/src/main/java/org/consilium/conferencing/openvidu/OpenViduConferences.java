package org.consilium.conferencing.openvidu;

import io.openvidu.java.client.Connection;
import io.openvidu.java.client.ConnectionProperties;
import io.openvidu.java.client.ConnectionType;
import io.openvidu.java.client.OpenVidu;
import io.openvidu.java.client.OpenViduException;
import io.openvidu.java.client.OpenViduHttpException;
import io.openvidu.java.client.OpenViduRole;
import io.openvidu.java.client.RecordingProperties;
import io.openvidu.java.client.Session;
import io.openvidu.java.client.SessionProperties;
import java.util.Optional;
import org.consilium.conferencing.api.ConferenceEngine;
import org.consilium.conferencing.api.EngineAccess;
import org.consilium.conferencing.api.EngineException;
import org.consilium.conferencing.api.EngineParticipant;

/**
 * Conferences on an OpenVidu 2 server. A room is a session with the room's random name; a participant gets a token for one connection, whose data
 * are his random id. The server forgets a session when the last one leaves, so that it is made again with each entry. What the client knows of
 * sessions is a copy that only knows this process: it is fetched before it is asked.
 */
final class OpenViduConferences implements ConferenceEngine {
    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;

    private final OpenVidu server;
    private final int videoLimit;
    private final boolean records;

    OpenViduConferences(OpenViduConfig config) {
        server = new OpenVidu(ServerConnection.checked(config.url()), config.secret(), ServerConnection.client(config));
        videoLimit = config.videoLimit();
        records = config.recording();
    }

    /** A call to the server. */
    private interface Call<T> {
        T run() throws OpenViduException;
    }

    @Override
    public String name() {
        return "OPENVIDU";
    }

    @Override
    public int videoLimit() {
        return videoLimit;
    }

    @Override
    public boolean records() {
        return records;
    }

    @Override
    public void open(String roomName) {
        asked(() -> session(roomName));
    }

    /** Makes the session, or finds the one that is there. */
    private Session session(String roomName) throws OpenViduException {
        return server.createSession(
                new SessionProperties.Builder().customSessionId(roomName).build());
    }

    @Override
    public EngineAccess admit(String roomName, EngineParticipant participant) {
        return asked(() -> {
            Session session = session(roomName);
            if (participant.previousConnection() != null) {
                disconnect(session, participant.previousConnection());
            }
            Connection connection;
            try {
                connection = session.createConnection(pass(participant));
            } catch (OpenViduHttpException e) {
                if (e.getStatus() != NOT_FOUND) {
                    throw e;
                }
                // the last one left in between, and took the session with him
                connection = session(roomName).createConnection(pass(participant));
            }
            return new EngineAccess(connection.getToken(), connection.getConnectionId());
        });
    }

    private static ConnectionProperties pass(EngineParticipant participant) {
        return new ConnectionProperties.Builder()
                .type(ConnectionType.WEBRTC)
                .role(participant.publishes() ? OpenViduRole.PUBLISHER : OpenViduRole.SUBSCRIBER)
                .data(participant.id().toString())
                .build();
    }

    @Override
    public void remove(String roomName, String connection) {
        asked(() -> {
            Optional<Session> session = found(roomName);
            if (session.isPresent()) {
                disconnect(session.get(), connection);
            }
            return null;
        });
    }

    private static void disconnect(Session session, String connection) throws OpenViduException {
        try {
            session.fetch();
            session.forceDisconnect(connection);
        } catch (OpenViduHttpException e) {
            if (e.getStatus() != NOT_FOUND) {
                throw e;
            }
            // he left by himself
        }
    }

    @Override
    public void close(String roomName) {
        asked(() -> {
            Optional<Session> session = found(roomName);
            try {
                if (session.isPresent()) {
                    session.get().close();
                }
            } catch (OpenViduHttpException e) {
                if (e.getStatus() != NOT_FOUND) {
                    throw e;
                }
            }
            return null;
        });
    }

    /** The session, also one that another process made. */
    private Optional<Session> found(String roomName) throws OpenViduException {
        server.fetch();
        return Optional.ofNullable(server.getActiveSession(roomName));
    }

    @Override
    public String startRecording(String roomName) {
        return asked(() -> server.startRecording(
                        roomName,
                        new RecordingProperties.Builder().name(roomName).build())
                .getId());
    }

    @Override
    public void stopRecording(String recording) {
        asked(() -> {
            try {
                server.stopRecording(recording);
            } catch (OpenViduHttpException e) {
                if (e.getStatus() != NOT_FOUND) {
                    throw e;
                }
            }
            return null;
        });
    }

    /** Failures become ours; texts of the client repeat addresses and tokens and stay out. */
    private static <T> T asked(Call<T> call) {
        try {
            return call.run();
        } catch (OpenViduHttpException e) {
            String what = e.getStatus() == NOT_IMPLEMENTED ? " (recording is switched off there)" : "";
            throw new EngineException("OpenVidu answered " + e.getStatus() + what, null);
        } catch (OpenViduException e) {
            throw new EngineException(
                    "OpenVidu does not answer: " + e.getClass().getSimpleName(), null);
        }
    }
}
