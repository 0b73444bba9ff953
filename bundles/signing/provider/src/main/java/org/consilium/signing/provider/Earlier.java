package org.consilium.signing.provider;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An own signed conclusion, to insert from. */
public record Earlier(
        UUID documentId, UUID requestId, String requestName, Instant createdAt, Map<String, Object> answers) {}
