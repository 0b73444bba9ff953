package org.consilium.scheduling.api;

import java.time.Instant;
import java.util.UUID;

/**
 * What to book.
 *
 * @param patientKey a stable key of the patient, who cannot be in two visits at once either (the registry's person id); only its hash is
 *     stored; {@code null} when the patient has none, then only the doctor's time is guarded
 * @param start must be the start of a free slot of the doctor
 * @param minutes how long it takes at least; a visit is never shorter than the slot at which it begins, and 0 asks for just that
 * @param title what the doctor's calendar shows: the request's name, at most 400 characters
 */
public record NewVisit(UUID requestId, UUID doctorId, String patientKey, Instant start, int minutes, String title) {}
