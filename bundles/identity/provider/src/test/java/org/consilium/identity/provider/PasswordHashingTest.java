package org.consilium.identity.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void usesTheParametersInPhcForm() {
        String hash = hashing.hash("secret");
        assertTrue(hash.matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"), hash);
        assertNotEquals(hash, hashing.hash("secret"));
    }

    @Test
    void matchesOnlyTheSamePassword() {
        String hash = hashing.hash("Пароль №1");
        assertTrue(hashing.matches("Пароль №1", hash));
        assertFalse(hashing.matches("пароль №1", hash));
        assertFalse(hashing.matches("Пароль №1 ", hash));
        assertFalse(hashing.matches("", hash));
    }

    /** From the tests of the reference implementation (phc-winner-argon2, version 0x13). */
    @Test
    void matchesHashesOfTheReferenceImplementation() {
        String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertTrue(hashing.matches("password", hash));
        assertFalse(hashing.matches("differentpassword", hash));
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        String typed = "йод и ёлка";
        String hash = hashing.hash(Normalizer.normalize(typed, Normalizer.Form.NFD));
        assertTrue(hashing.matches(Normalizer.normalize(typed, Normalizer.Form.NFC), hash));
    }

    @Test
    void nobodyNeverMatches() {
        assertFalse(hashing.matches("secret", null));
        assertFalse(hashing.matches("", null));
    }

    @Test
    void anUnreadableHashIsAnErrorOfOurs() {
        assertThrows(IllegalStateException.class, () -> hashing.matches("secret", "secret"));
    }

    @Test
    void manyAtOnceWaitForEachOther() throws InterruptedException {
        String hash = hashing.hash("secret");
        AtomicInteger matched = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(12);
        for (int i = 0; i < 24; i++) {
            threads.submit(() -> hashing.matches("secret", hash) ? matched.incrementAndGet() : 0);
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
        assertEquals(24, matched.get());
    }
}
