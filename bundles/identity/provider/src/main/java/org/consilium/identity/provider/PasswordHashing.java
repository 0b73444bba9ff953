package org.consilium.identity.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.ConsiliumException.Status;
import org.osgi.service.component.annotations.Component;

/**
 * Argon2id (RFC 9106) with the parameters that OWASP names for 19 MiB, in the PHC string form, so that they can be raised later and old
 * hashes still match. Only a few hashes are made at a time: each takes its memory and a core.
 */
@Component(service = PasswordHashing.class)
public class PasswordHashing {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final long WAIT_SECONDS = 10;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore permits =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final String decoy = phc(new byte[SALT_BYTES], new byte[HASH_BYTES]);

    /** The PHC string of a password with a new salt. */
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return phc(salt, argon2(password, salt, MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES));
    }

    /**
     * Whether the password is the one that was hashed.
     *
     * @param phc {@code null} when there is no such account: takes the same time and never matches
     */
    boolean matches(String password, String phc) {
        Matcher parts = PHC.matcher(phc == null ? decoy : phc);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password hash is not an Argon2id PHC string");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] actual = argon2(
                password,
                salt,
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual) && phc != null;
    }

    private byte[] argon2(String password, byte[] salt, int memoryKib, int iterations, int lanes, int length) {
        acquire();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(iterations)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            // composed and decomposed letters (й, ё) come from different keyboards
            String typed = Normalizer.normalize(password, Normalizer.Form.NFC);
            generator.generateBytes(typed.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        try {
            if (permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ConsiliumException(
                Status.TOO_MANY,
                "platform.too-many-attempts",
                "too many log-ins at once",
                Map.of("retryAfter", 5L),
                null);
    }

    private static String phc(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + ITERATIONS + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }
}
