package org.consilium.identity.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * What the patient's page shows around the chat.
 *
 * @param representativeName {@code null} when the patient speaks for himself
 * @param closed nothing can be written any more
 * @param notice always stands above the chat
 */
public record VisitSession(
        UUID requestId,
        String patientName,
        String representativeName,
        String number,
        String consultantName,
        String consultantPosition,
        String organisationName,
        Instant visitStart,
        int visitMinutes,
        boolean closed,
        Consent consent,
        String notice,
        Region region) {}
