package org.consilium.platform.rest.internal;

import java.io.EOFException;

/** A client that went away in the middle of a request or an answer. No failure of ours. */
final class Disconnection {
    private Disconnection() {}

    static boolean in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Jetty's EofException is one; JSON that ends too early is a JsonProcessingException and was answered
            // before
            if (cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }
}
