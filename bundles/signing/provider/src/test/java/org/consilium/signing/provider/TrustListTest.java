package org.consilium.signing.provider;

import static org.consilium.signing.provider.SigningHouse.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.consilium.platform.testing.Engine;
import org.consilium.signing.api.Authority;
import org.consilium.signing.testauthority.KeyKind;
import org.consilium.signing.testauthority.Subject;
import org.consilium.signing.testauthority.TestAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The operator's list, what is fetched for it, and what the pre-flight says of it. */
@ParameterizedClass
@EnumSource(Engine.class)
class TrustListTest {
    private final SigningHouse house;
    private final AtomicReference<byte[]> served = new AtomicReference<>(new byte[0]);
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger elsewhere = new AtomicInteger();
    private HttpServer server;

    TrustListTest(Engine engine) {
        house = new SigningHouse(engine);
    }

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ca.crl", exchange -> {
            if (status.get() == 302) {
                exchange.getResponseHeaders().add("Location", address("/elsewhere"));
            }
            exchange.sendResponseHeaders(status.get(), served.get().length == 0 ? -1 : served.get().length);
            exchange.getResponseBody().write(served.get());
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        house.close();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Authority known(TestAuthority authority) {
        return house.trust.authorities(SigningHouse.OPERATOR).stream()
                .filter(one -> one.fingerprint().equals(Sha256.hex(authority.certificate())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsAreFetchedFromTheOperatorsAddressesAndNotFromWhereTheySendTo() {
        TestAuthority authority = TestAuthority.root(KeyKind.GOST_256, "УЦ с адресом");
        house.trust.trust(SigningHouse.OPERATOR, authority.certificate(), List.of(address("/ca.crl")));
        RevocationFetcher fetcher = new RevocationFetcher(
                house.trust, new SigningSettings(SigningHouse.config(java.util.Map.of("fetchMinutes", 100_000))));
        try {
            served.set(authority.revocationList());
            fetcher.fetchAll();
            Authority fetched = known(authority);
            assertNotNull(fetched.listUntil());
            assertNull(fetched.lastProblem());

            status.set(302);
            fetcher.fetchAll();
            assertTrue(known(authority).lastProblem().contains("status 302"));
            assertEquals(0, elsewhere.get());

            status.set(200);
            served.set(new byte[(10 << 20) + 1]);
            fetcher.fetchAll();
            assertTrue(known(authority).lastProblem().contains("10 MB"));
            served.set(TestAuthority.root(KeyKind.GOST_256, "Чужой").revocationList());
            fetcher.fetchAll();
            assertEquals("signing.bad-revocation-list", known(authority).lastProblem());
            assertEquals(fetched.listUntil(), known(authority).listUntil(), "what was kept stays");
        } finally {
            fetcher.stop();
        }
    }

    @Test
    void anOlderListDoesNotReplaceANewerOne() {
        Instant now = Instant.now();
        Instant until = known(SigningHouse.AUTHORITY).listUntil();
        house.trust.keepRevocationList(
                SigningHouse.OPERATOR,
                SigningHouse.AUTHORITY.revocationList(
                        now.minus(Duration.ofDays(3)), now.plus(Duration.ofDays(90)), SigningHouse.KEY));
        assertEquals(until, known(SigningHouse.AUTHORITY).listUntil());
        assertFalse(house.preflight
                .certificates(house.consultant, certificates(SigningHouse.KEY.certificateDer()))
                .isEmpty());
    }

    @Test
    void onlyOperatorsChangeTheListAndOnlyAuthoritiesAreOnIt() {
        refused(403, "signing.operator-only", () -> house.trust.authorities(house.consultant));
        refused(
                403,
                "signing.operator-only",
                () -> house.trust.trust(house.consultant, SigningHouse.AUTHORITY.certificate(), List.of()));
        refused(
                422,
                "signing.not-an-authority",
                () -> house.trust.trust(SigningHouse.OPERATOR, SigningHouse.KEY.certificateDer(), List.of()));
        refused(
                422,
                "signing.not-an-authority",
                () -> house.trust.trust(SigningHouse.OPERATOR, new byte[] {1, 2}, List.of()));
        for (String address : List.of("file:///etc/passwd", "ldap://ca/crl", "nonsense", "http://u:p@ca/crl")) {
            refused(
                    422,
                    "signing.bad-address",
                    () -> house.trust.trust(
                            SigningHouse.OPERATOR, SigningHouse.AUTHORITY.certificate(), List.of(address)));
        }
        refused(
                422,
                "signing.bad-revocation-list",
                () -> house.trust.keepRevocationList(SigningHouse.OPERATOR, new byte[] {1, 2}));
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(SigningHouse.AUTHORITY.certificate())
                + "\n-----END CERTIFICATE-----\n";
        assertEquals(
                "Испытательный УЦ",
                house.trust
                        .trust(SigningHouse.OPERATOR, pem.getBytes(), List.of())
                        .name());
    }

    @Test
    void thePreflightSaysWhatCouldBeSignedToday() {
        Workplace workplace = house.preflight.workplace(house.consultant);
        assertTrue(workplace.snilsKnown() && workplace.canVerify());
        assertEquals(new Workplace.RevocationLists(1, 0), workplace.revocationLists());
        assertFalse(house.preflight.workplace(house.filer).snilsKnown());
        var other = SigningHouse.AUTHORITY.issue(KeyKind.RSA, Subject.person("Лисина", "Ольга", null, "08765430300"));
        var foreign = TestAuthority.root(KeyKind.GOST_256, "Чужой")
                .issue(KeyKind.GOST_256, Subject.person("Щербаков", "Пётр", null, SigningHouse.SNILS));
        List<CertificateReport> reports = house.preflight.certificates(
                house.consultant,
                certificates(
                        SigningHouse.KEY.certificateDer(),
                        other.certificateDer(),
                        foreign.certificateDer(),
                        new byte[] {1}));
        assertTrue(reports.get(0).usable());
        assertEquals("ГОСТ Р 34.10-2012, 256 бит", reports.get(0).algorithm());
        assertEquals("signing.other-person", reports.get(1).code());
        assertEquals("RSA, 2048 бит", reports.get(1).algorithm());
        assertEquals("signing.issuer-not-trusted", reports.get(2).code());
        assertEquals("signing.signature-malformed", reports.get(3).code());
    }

    private static Certificates certificates(byte[]... ders) {
        return new Certificates(java.util.Arrays.stream(ders)
                .map(der -> Base64.getEncoder().encodeToString(der))
                .toList());
    }
}
