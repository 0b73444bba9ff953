package org.consilium.scheduling.api;

import org.consilium.kernel.ConsiliumException;

/** 409 {@code scheduling.slot-taken}: somebody else was first. */
public class SlotTakenException extends ConsiliumException {
    private static final long serialVersionUID = 1;

    public SlotTakenException() {
        this("scheduling.slot-taken", "the slot is taken");
    }

    SlotTakenException(String code, String message) {
        super(Status.CONFLICT, code, message);
    }
}
