package org.consilium.platform.health;

import java.util.ArrayList;
import java.util.List;

/**
 * How something is. Immutable.
 *
 * @param messages what an operator should know; nothing of a person, since monitoring systems keep and forward it
 */
public record Health(Status status, List<String> messages) {
    /** From good to bad; the names are those of Felix Health Check. */
    public enum Status {
        OK,
        /** Works, and an operator should look at it. */
        WARN,
        /** Does not work now and is expected to by itself. */
        TEMPORARILY_UNAVAILABLE,
        /** Does not work until somebody does something. */
        CRITICAL,
        /** It could not be found out. */
        HEALTH_CHECK_ERROR;

        /** The worse of the two. */
        public Status and(Status other) {
            return compareTo(other) < 0 ? other : this;
        }

        /** Whether one can work with it. */
        public boolean isUsable() {
            return this == OK || this == WARN;
        }
    }

    /** Copies the messages. */
    public Health {
        messages = List.copyOf(messages);
    }

    public static Health ok(String message) {
        return new Health(Status.OK, List.of(message));
    }

    public static Health of(Status status, String message) {
        return new Health(status, List.of(message));
    }

    /** Both: the worse status and all messages. */
    public Health and(Health other) {
        List<String> all = new ArrayList<>(messages);
        all.addAll(other.messages);
        return new Health(status.and(other.status), all);
    }
}
