package org.consilium.platform.security.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.platform.security.Origins;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The own page and those of {@code etc/org.consilium.platform.security.cfg}. */
@Component(service = Origins.class, configurationPid = "org.consilium.platform.security")
public class ConfiguredOrigins implements Origins {
    private final Set<String> extra;

    @Activate
    public ConfiguredOrigins(SecurityConfig config) {
        this(List.of(config.extraOrigins()));
    }

    /** @param extra origins, also several in one string with commas between, as a .cfg file gives them */
    ConfiguredOrigins(List<String> extra) {
        this.extra = extra.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(origin -> origin.trim().toLowerCase(Locale.ROOT))
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean accept(String origin, String host) {
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
