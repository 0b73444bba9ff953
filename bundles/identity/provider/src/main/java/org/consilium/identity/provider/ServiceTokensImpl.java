package org.consilium.identity.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.consilium.kernel.Caller;
import org.consilium.platform.security.Attempts;
import org.consilium.platform.security.ServiceTokens;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** From a token to the service that has it. Keeps nothing in memory, so that a revoked token ends on every node at once. */
@Component(service = ServiceTokens.class)
public class ServiceTokensImpl implements ServiceTokens {
    private static final String PURPOSE = "service-token";
    private static final Duration PERIOD = Duration.ofMinutes(1);
    /** A use is written at most this often, so that a call is not a write. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final ServiceTokenRepository tokens;
    private final IdentitySettings settings;
    private final Attempts attempts;
    private final Clock clock;

    @Activate
    public ServiceTokensImpl(
            @Reference ServiceTokenRepository tokens,
            @Reference IdentitySettings settings,
            @Reference Attempts attempts) {
        this(tokens, settings, attempts, Clock.systemUTC());
    }

    ServiceTokensImpl(ServiceTokenRepository tokens, IdentitySettings settings, Attempts attempts, Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> find(String token) {
        if (token == null || token.length() != Tokens.LENGTH) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<ServiceTokenEntity> good = tokens.find(Tokens.hash(token)).filter(found -> found.isGood(now));
        good.ifPresent(found -> {
            attempts.take(PURPOSE, found.id().toString(), settings.serviceCallsPerMinute(), PERIOD);
            Instant since = now.minus(USE_NOTED_EVERY);
            if (!found.wasUsedSince(since)) {
                tokens.touch(found.id(), now, since);
            }
        });
        return good.map(ServiceTokenEntity::caller);
    }
}
