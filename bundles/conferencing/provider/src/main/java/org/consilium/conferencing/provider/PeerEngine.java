package org.consilium.conferencing.provider;

import org.consilium.conferencing.api.ConferenceEngine;
import org.consilium.conferencing.api.EngineAccess;
import org.consilium.conferencing.api.EngineException;
import org.consilium.conferencing.api.EngineParticipant;
import org.osgi.service.component.annotations.Component;

/** From browser to browser: there is no server, the pages find each other by signals over the live channel. */
@Component(service = ConferenceEngine.class)
public class PeerEngine implements ConferenceEngine {
    static final String NAME = "P2P";
    /** More pictures than that are too much for a weak computer, which sends its own to each of the others. */
    static final int VIDEO_LIMIT = 4;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int videoLimit() {
        return VIDEO_LIMIT;
    }

    @Override
    public boolean records() {
        return false;
    }

    @Override
    public void open(String roomName) {
        // a room is what conferencing knows of it
    }

    @Override
    public EngineAccess admit(String roomName, EngineParticipant participant) {
        return EngineAccess.NONE;
    }

    @Override
    public void remove(String roomName, String connection) {
        // the others close their connections when they read the room
    }

    @Override
    public void close(String roomName) {
        // as in remove
    }

    @Override
    public String startRecording(String roomName) {
        throw new EngineException("calls from browser to browser are not recorded", null);
    }

    @Override
    public void stopRecording(String recording) {
        // there is none
    }
}
