package org.consilium.conferencing.provider;

import org.consilium.kernel.ConsiliumException;

/** The codes of this domain that are refused in more than one place. */
final class Refusal {
    private Refusal() {}

    static ConsiliumException notInRoom() {
        return ConsiliumException.conflict("conferencing.not-in-room", "not in the room");
    }

    static ConsiliumException takenOver() {
        return ConsiliumException.conflict("conferencing.taken-over", "another tab has the seat");
    }

    static ConsiliumException hostOnly() {
        return ConsiliumException.forbidden("conferencing.host-only");
    }

    static ConsiliumException staffOnly() {
        return ConsiliumException.forbidden("conferencing.staff-only");
    }

    static ConsiliumException listener() {
        return ConsiliumException.forbidden("conferencing.listener");
    }

    static ConsiliumException noSuchParticipant() {
        return ConsiliumException.notFound("conferencing.no-such-participant");
    }

    static ConsiliumException idTaken() {
        return ConsiliumException.conflict("conferencing.id-taken", "the id belongs to something else");
    }
}
