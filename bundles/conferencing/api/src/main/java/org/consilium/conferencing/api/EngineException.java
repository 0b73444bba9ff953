package org.consilium.conferencing.api;

import org.consilium.kernel.ConsiliumException;

/** 503 {@code conferencing.engine-away}: the media server does not answer, or refuses what it should do. */
public class EngineException extends ConsiliumException {
    private static final long serialVersionUID = 1;

    /** @param message without addresses, secrets and tokens */
    public EngineException(String message, Throwable cause) {
        super(Status.UNAVAILABLE, "conferencing.engine-away", message, java.util.Map.of(), cause);
    }
}
