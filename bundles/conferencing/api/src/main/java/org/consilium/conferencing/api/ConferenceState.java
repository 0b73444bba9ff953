package org.consilium.conferencing.api;

/** States of a conference (S175). */
public enum ConferenceState {
    /** Nobody ever called. */
    NONE,
    /** A doctor rings the patient's side. */
    RINGING,
    /** Somebody is in the room or before it, and not two are in. */
    WAITING,
    /** Two or more are in the room. */
    IN_PROGRESS,
    /** The last has left, the host ended it, or the request was closed. */
    ENDED;

    /** Whether a conference goes on, so that nobody has to begin one. */
    public boolean isOpen() {
        return this == RINGING || this == WAITING || this == IN_PROGRESS;
    }
}
