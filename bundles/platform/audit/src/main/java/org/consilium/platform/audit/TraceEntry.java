package org.consilium.platform.audit;

import java.time.Instant;

/**
 * One line of a request's trace: ids, codes and times, nothing of a patient and no text that somebody wrote.
 *
 * @param at when; in the future for what is planned
 * @param what which transition, act, event, consumer or mail, for example {@code SUBMIT} or {@code chat.OpenChatOnRequestSubmitted}
 * @param who the staff member's short name or the system actor's name; {@code null} for nobody or a patient
 * @param outcome what came of it
 * @param attempt which one, or how many there were of what waits; {@code null} where there are none
 * @param detail codes, numbers, classes of failures; {@code null} for none
 */
public record TraceEntry(
        Instant at, Kind kind, String what, String who, Outcome outcome, Integer attempt, String detail) {
    /** What a line tells of. */
    public enum Kind {
        /** A step of the request's life. */
        TRANSITION,
        /** An audit row. */
        ACT,
        /** An event was written. */
        EVENT,
        /** An event at one consumer. */
        DELIVERY,
        MAIL,
        REMINDER
    }

    /** What came of it. */
    public enum Outcome {
        DONE,
        /** One attempt failed. */
        FAILED,
        /** It will be tried, or tried again. */
        WAITING,
        /** Nobody tries it again by himself. */
        GIVEN_UP
    }
}
