package org.consilium.platform.security;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Which pages may write and connect. A browser sends cookies with requests of any page, so the page's origin is checked: it has to be the host
 * that the request was sent to, or one that the operator named. Thread-safe.
 */
@ProviderType
public interface Origins {
    /**
     * @param origin the header {@code Origin} (RFC 6454), {@code null} when missing
     * @param host the header {@code Host} (RFC 9110), {@code null} when missing
     */
    boolean accept(String origin, String host);
}
