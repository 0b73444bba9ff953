package org.consilium.conferencing.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way for sound and pictures to get from one participant to the others: from browser to browser, or through a media server. Found as an OSGi
 * service; the setting {@code engine} chooses by {@link #name()}. Rooms, seats, hosts and rights are kept by conferencing and never asked of an engine,
 * so that an engine can be replaced between two conferences.
 *
 * <p>Methods may take as long as a server takes to answer; they are called outside of transactions. They may be called again with the same
 * arguments, also after a crash, and for rooms that the server has forgotten. Thread-safe.
 */
@ConsumerType
public interface ConferenceEngine {
    /**
     * Service property of an engine whose library in the page talks to a server of its own: that server's origin, for example
     * {@code wss://video.example.org:4443}. The page may connect to it and to no other.
     */
    String CONNECT = "consilium.connect";

    /** {@code P2P}, {@code OPENVIDU}: upper case letters and digits, constant. */
    String name();

    /** How many participants may send pictures at once. */
    int videoLimit();

    /** Whether it can record. */
    boolean records();

    /**
     * Makes sure that a room can be entered.
     *
     * @param roomName random, letters, digits and hyphens
     * @throws EngineException the server does not answer, or refuses
     */
    void open(String roomName);

    /**
     * A pass into a room for one participant, for one use soon; an earlier pass of the same participant does not hold any more.
     *
     * @throws EngineException the server does not answer, or refuses
     */
    EngineAccess admit(String roomName, EngineParticipant participant);

    /**
     * Puts a participant out of the room, or makes an unused pass worthless. Nothing happens when both are gone.
     *
     * @param connection as in {@link EngineAccess}
     * @throws EngineException the server does not answer, or refuses
     */
    void remove(String roomName, String connection);

    /**
     * Ends the room for all. Nothing happens when it is gone.
     *
     * @throws EngineException the server does not answer, or refuses
     */
    void close(String roomName);

    /**
     * Begins to record; everybody in the room agreed.
     *
     * @return the name of the recording, for {@link #stopRecording}
     * @throws EngineException the server does not answer, cannot record, or refuses
     */
    String startRecording(String roomName);

    /**
     * Ends a recording. Nothing happens when it has ended.
     *
     * @throws EngineException the server does not answer, or refuses
     */
    void stopRecording(String recording);
}
