package org.consilium.platform.live.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pages may connect. Browsers send cookies with a WebSocket of any page and ask nobody, so the page's origin is
 * checked here: it has to be the host that the request was sent to, or one that the operator named.
 */
final class Origins {
    private final Set<String> extra;

    /** @param extra origins, also several in one string with commas between, as a .cfg file gives them */
    Origins(List<String> extra) {
        this.extra = extra.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(origin -> origin.trim().toLowerCase(Locale.ROOT))
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param origin the header {@code Origin} (RFC 6454), {@code null} when missing
     * @param host the header {@code Host} (RFC 9110), {@code null} when missing
     */
    boolean accept(String origin, String host) {
        if (origin == null || host == null) {
            return false;
        }
        if (extra.contains(origin.toLowerCase(Locale.ROOT))) {
            return true;
        }
        try {
            URI page = new URI(origin);
            URI here = new URI(page.getScheme() + "://" + host);
            return page.getHost() != null
                    && page.getHost().equalsIgnoreCase(here.getHost())
                    && port(page) > 0
                    && port(page) == port(here);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int port(URI address) {
        if (address.getPort() != -1) {
            return address.getPort();
        }
        return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> 443;
            case "http" -> 80;
            default -> -1;
        };
    }
}
