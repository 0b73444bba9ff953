package org.consilium.requests.provider;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.registry.api.PersonQuery;

/**
 * A whole request as another system files it: what the wizard asks step by step, with the same rules.
 *
 * @param doctorId who files it, a doctor of the system's organisation
 * @param person by which number the registry knows the patient, or the representative where the route is for one
 * @param represented the patient for whom a representative speaks, where the route asks for him
 * @param phone by which the doctor calls when the video fails: up to 15 digits (ITU-T E.164), grouped as people do; {@code null} for none
 * @param urgency one of those with a term in the route
 * @param forms answers to the route's forms by their ids
 * @param consultantId who is asked, where the route asks for him
 * @param start of the visit, where the route has one: a free slot
 */
public record Filing(
        UUID doctorId,
        String routeId,
        String profile,
        PersonQuery person,
        Represented represented,
        String email,
        String phone,
        String comment,
        String urgency,
        Map<String, Map<String, Object>> forms,
        UUID consultantId,
        Instant start) {
    DraftChange content(String personId) {
        return new DraftChange(
                0,
                DraftStep.END,
                personId,
                represented,
                email,
                phone,
                comment,
                consultantId,
                urgency,
                forms,
                List.of());
    }
}
