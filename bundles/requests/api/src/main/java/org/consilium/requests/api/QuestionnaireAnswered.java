package org.consilium.requests.api;

import java.util.UUID;
import org.consilium.kernel.DomainEvent;

/** The patient sent the answers to the questionnaire of his request, for the first time or corrected. */
public record QuestionnaireAnswered(UUID requestId) implements DomainEvent {
    @Override
    public String key() {
        return requestId.toString();
    }
}
