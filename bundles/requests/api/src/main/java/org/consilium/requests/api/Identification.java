package org.consilium.requests.api;

import java.time.Instant;
import java.util.UUID;

/**
 * That the consultant made sure whom he speaks with.
 *
 * @param byId the consultant who did
 */
public record Identification(Method method, Instant at, UUID byId) {
    /** How the patient was identified. */
    public enum Method {
        /** He came through the state's identification system (ЕСИА). */
        ESIA,
        /** He showed his document to the camera. */
        DOCUMENT,
        /** The doctor knows him in person. */
        PERSONALLY
    }
}
