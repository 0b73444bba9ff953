package org.consilium.conferencing.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Credentials for the operator's TURN servers that expire by themselves, as coturn checks them with {@code use-auth-secret}: the name is the
 * moment of expiry and an id, the credential its HMAC-SHA1 under the shared secret. Addresses come from the settings only. Thread-safe.
 */
@Component(service = TurnCredentials.class, configurationPid = ConferencingConfig.PID)
public class TurnCredentials {
    private static final String HMAC = "HmacSHA1";

    private final List<String> stun;
    private final List<String> turn;
    private final byte[] secret;
    private final int seconds;
    private final String transport;

    @Activate
    public TurnCredentials(ConferencingConfig config) {
        stun = addresses(config.stunUrls());
        turn = addresses(config.turnUrls());
        secret = config.turnSecret().getBytes(StandardCharsets.UTF_8);
        seconds = config.turnSeconds();
        transport = config.relayOnly() ? "relay" : "all";
    }

    /** For somebody in a room. */
    Ice forParticipant(UUID participantId, Instant now) {
        return issue(participantId, seconds, now);
    }

    /** For the check of devices before the call. */
    Ice forCheck(UUID random, int checkSeconds, Instant now) {
        return issue(random, Math.min(checkSeconds, seconds), now);
    }

    private Ice issue(UUID id, int validSeconds, Instant now) {
        Instant expiry = now.plusSeconds(validSeconds);
        String name = expiry.getEpochSecond() + ":" + id;
        Stream<IceServer> relays = turn.isEmpty() || secret.length == 0
                ? Stream.empty()
                : Stream.of(new IceServer(turn, name, credential(name)));
        Stream<IceServer> reflectors = stun.isEmpty() ? Stream.empty() : Stream.of(new IceServer(stun, null, null));
        return new Ice(Stream.concat(reflectors, relays).toList(), transport, expiry, now);
    }

    private String credential(String name) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /** Also several in one string with commas between, as a .cfg file gives them. */
    private static List<String> addresses(String[] lines) {
        return Arrays.stream(lines)
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::trim)
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
