package org.consilium.signing.api;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** What a domain adds to the sealed record of a consultation. Asked once the request is executed. Thread-safe. */
@ConsumerType
public interface RecordPart {
    /** One word for the domain, for example {@code chat}. */
    String section();

    /** Everything that belongs into the record, oldest first. */
    List<RecordEntry> entries(UUID requestId);
}
