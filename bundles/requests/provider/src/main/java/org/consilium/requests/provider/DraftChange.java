package org.consilium.requests.provider;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the wizard holds now; replaces what the draft held.
 *
 * @param version of the draft that was changed
 * @param step where the wizard stands: the kind of a step, or the id of a form
 * @param phone by which the doctor calls when the video fails; {@code null} for none
 * @param urgency one of those with a term in the route; {@code null} when it knows none
 * @param forms answers to the route's forms by their ids, as they were typed
 * @param documents files of the filer's own for the consultant
 */
public record DraftChange(
        long version,
        String step,
        String personId,
        Represented represented,
        String email,
        String phone,
        String comment,
        UUID consultantId,
        String urgency,
        Map<String, Map<String, Object>> forms,
        List<ChosenDocument> documents) {
    /** Without what a route may ask beyond the manual. */
    DraftChange(
            long version,
            String step,
            String personId,
            Represented represented,
            String email,
            String comment,
            UUID consultantId) {
        this(version, step, personId, represented, email, null, comment, consultantId, null, null, null);
    }
}
