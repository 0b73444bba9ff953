package org.consilium.requests.provider;

import java.time.Instant;
import java.util.UUID;

/** The last step of the wizard: who and when. */
public record Submission(UUID consultantId, Instant start) {}
