package org.consilium.conferencing.provider;

/** What is the same in all rooms. */
interface RoomSettings {
    /** Name of the engine of the next conference; 503 {@code conferencing.engine-away} when the chosen one is not there. */
    String engine();

    boolean records(String engine);

    int videoLimit(String engine);

    int roomLimit();

    int seatSeconds();

    int ringSeconds();

    /** Random, letters, digits and hyphens. */
    String newRoomName();
}
