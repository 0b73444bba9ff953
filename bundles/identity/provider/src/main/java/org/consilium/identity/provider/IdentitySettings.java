package org.consilium.identity.provider;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.consilium.requests.api.RequestCard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration, checked once, for all services of this domain. A wrong value keeps the domain from starting. */
@Component(service = IdentitySettings.class, configurationPid = "org.consilium.identity")
@Designate(ocd = IdentityConfig.class)
public class IdentitySettings {
    static final Duration ATTEMPTS_PERIOD = Duration.ofMinutes(15);

    private final IdentityConfig config;
    private final URI visitPage;
    private final Region region;

    @Activate
    public IdentitySettings(IdentityConfig config) {
        this.config = config;
        this.visitPage = visitPage(config.publicUrl());
        this.region = new Region(
                config.regionName(),
                config.logoText(),
                ZoneId.of(config.timeZone()).getId());
        if (config.consentText().isBlank()
                || config.consentVersion().isBlank()
                || config.consentVersion().length() > 40) {
            throw new IllegalArgumentException("consentText and consentVersion (up to 40 characters) must be set");
        }
    }

    Region region() {
        return region;
    }

    /** The personal link of a token, which stands in the fragment and so is never sent to a server or proxy. */
    URI linkOf(String token) {
        return URI.create(visitPage + "#" + token);
    }

    /** Until when the patient may read a request, {@code null} while it is open. */
    Instant readableUntil(RequestCard card) {
        return card.closedAt() == null ? null : card.closedAt().plus(Duration.ofDays(config.readingDays()));
    }

    String notice() {
        return config.notice();
    }

    String consentVersion() {
        return config.consentVersion();
    }

    String consentText() {
        return config.consentText();
    }

    int passwordMinLength() {
        return config.passwordMinLength();
    }

    int logInAttempts() {
        return config.logInAttempts();
    }

    int logInAttemptsPerAccount() {
        return config.logInAttemptsPerAccount();
    }

    int attemptsPerAddress() {
        return config.attemptsPerAddress();
    }

    int serviceCallsPerMinute() {
        return config.serviceCallsPerMinute();
    }

    private static URI visitPage(String publicUrl) {
        URI url = URI.create(publicUrl.strip());
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("publicUrl must be an address such as https://telemed.example.org");
        }
        return URI.create(publicUrl.strip().replaceAll("/+$", "") + "/visit");
    }
}
