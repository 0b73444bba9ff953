package org.consilium.conferencing.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnCredentialsTest {
    private static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void theNameIsTheExpiryAndTheCredentialItsHmacAsCoturnChecksIt() {
        Ice ice = new TurnCredentials(new House.Settings()).forParticipant(ID, NOW);
        IceServer relay = ice.iceServers().get(1);
        assertEquals("1795601400:" + ID, relay.username());
        // printf '1795601400:018f…0001' | openssl dgst -sha1 -hmac 'a secret of the tests' -binary | base64
        assertEquals("6IoV4oHf1dHhPWz2bjKESPe1sTU=", relay.credential());
        assertEquals(
                List.of("turn:turn.example.org:3478?transport=udp", "turn:turn.example.org:3478?transport=tcp"),
                relay.urls());
        assertEquals(
                new IceServer(List.of("stun:turn.example.org:3478"), null, null),
                ice.iceServers().get(0));
        assertEquals("all", ice.transport());
    }

    @Test
    void aCheckGetsAShorterTime() {
        Ice ice = new TurnCredentials(new House.Settings()).forCheck(ID, 120, NOW);
        assertEquals(NOW.plusSeconds(120), ice.expiresAt());
        assertEquals(NOW, ice.now());
    }
}
