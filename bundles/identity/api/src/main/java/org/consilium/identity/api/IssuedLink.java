package org.consilium.identity.api;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A new personal link. The address is shown once and stored nowhere.
 *
 * @param url {@code https://host/visit#<token>}
 * @param validUntil {@code null} while the request is open
 */
public record IssuedLink(UUID id, URI url, Instant validUntil) {}
