package org.consilium.scheduling.api;

/** 409 {@code scheduling.patient-busy}: the doctor is free, but the patient has another visit in that time. */
public class PatientBusyException extends SlotTakenException {
    private static final long serialVersionUID = 1;

    public PatientBusyException() {
        super("scheduling.patient-busy", "the patient has another visit in that time");
    }
}
