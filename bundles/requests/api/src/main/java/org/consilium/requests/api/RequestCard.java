package org.consilium.requests.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What other domains may know of a submitted request.
 *
 * @param number {@code 2026-000123}
 * @param name «№ 2026-000123 · Иванова А. П. · Терапия»
 * @param patientName «Иванова Анна Петровна»; {@code null} when doctors consult among themselves and no patient takes part
 * @param representativeName the legal representative, {@code null} when the patient speaks for himself
 * @param patientBirthDate of the patient himself, {@code null} without one
 * @param lastDigits the last four digits of each policy and СНИЛС that the request knows, of patient and representative
 * @param email where the patient's side gets its mail; {@code null} for none
 * @param routeTitle Russian title of the route; never in mail
 * @param profileTitle Russian title of the medical-care profile
 * @param consultantId {@code null} while a coordinator has to name one
 * @param visitStart {@code null} for a request without a visit
 * @param closedAt when it was executed or cancelled
 * @param routeKey names the description of its route, exactly as it was when the request was filed
 * @param identification that the consultant made sure who the patient is; {@code null} for not yet
 */
public record RequestCard(
        UUID id,
        String number,
        String name,
        String patientName,
        String representativeName,
        LocalDate patientBirthDate,
        List<String> lastDigits,
        String email,
        String routeTitle,
        String profileTitle,
        UUID filerId,
        UUID consultantId,
        UUID organisationId,
        RequestState state,
        Instant visitStart,
        int visitMinutes,
        Instant closedAt,
        String routeKey,
        Identification identification) {
    /** As cards were before they knew of routes and identification. */
    public RequestCard(
            UUID id,
            String number,
            String name,
            String patientName,
            String representativeName,
            LocalDate patientBirthDate,
            List<String> lastDigits,
            String email,
            String routeTitle,
            String profileTitle,
            UUID filerId,
            UUID consultantId,
            UUID organisationId,
            RequestState state,
            Instant visitStart,
            int visitMinutes,
            Instant closedAt) {
        this(
                id,
                number,
                name,
                patientName,
                representativeName,
                patientBirthDate,
                lastDigits,
                email,
                routeTitle,
                profileTitle,
                filerId,
                consultantId,
                organisationId,
                state,
                visitStart,
                visitMinutes,
                closedAt,
                null,
                null);
    }

    /** Whether a patient, or who speaks for him, takes part. */
    public boolean hasPatient() {
        return patientName != null;
    }

    /** The staff who take part: filer and consultant. */
    public Set<UUID> staff() {
        return consultantId == null || consultantId.equals(filerId) ? Set.of(filerId) : Set.of(filerId, consultantId);
    }
}
