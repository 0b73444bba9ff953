package org.consilium.conferencing.provider;

import java.util.UUID;
import org.consilium.conferencing.api.Participant;
import org.consilium.requests.api.RequestCard;

/**
 * Somebody who may come into a room.
 *
 * @param person the account, or the patient's link
 * @param name as the others see it
 */
record Member(UUID person, Participant.Role role, String name, RequestCard request) {
    boolean isStaff() {
        return role == Participant.Role.STAFF;
    }

    boolean isPatient() {
        return role == Participant.Role.PATIENT;
    }
}
