package org.consilium.signing.provider;

import java.time.Instant;
import java.util.UUID;

/** A conclusion that waits for its doctor. */
public record Awaiting(
        UUID requestId,
        String requestName,
        UUID documentId,
        String name,
        long size,
        String sha256,
        Instant createdAt,
        Instant dueAt,
        boolean overdue,
        DocumentState state) {}
