package org.consilium.signing.provider.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.consilium.signing.api.Refusal;
import org.consilium.signing.api.SignatureCheck;
import org.consilium.signing.testauthority.KeyKind;
import org.consilium.signing.testauthority.Subject;
import org.consilium.signing.testauthority.TestAuthority;
import org.consilium.signing.testauthority.TestAuthority.Use;
import org.consilium.signing.testauthority.TestKey;
import org.consilium.signing.testauthority.TestTimeStamps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CAdES-T: the certificate is judged at the time that a trusted service proves. */
class TimeStampTest {
    private static final byte[] CONTENT = "заключение".getBytes(StandardCharsets.UTF_8);
    private static final Subject DOCTOR = Subject.person("Щербаков", "Пётр", null, "11223344595");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(7));
    private static final TestAuthority AUTHORITY = TestAuthority.root(KeyKind.GOST_256, "УЦ");
    private static final TestAuthority STRANGER = TestAuthority.root(KeyKind.GOST_256, "Чужой УЦ");
    private static final TestKey EXPIRED_SINCE = AUTHORITY.issue(
            KeyKind.GOST_256, DOCTOR, Use.SIGNING, NOW.minus(Duration.ofDays(30)), NOW.minus(Duration.ofDays(1)));

    private final List<Trusted> trusted = new ArrayList<>();
    private final BouncyCastleVerifier verifier = new BouncyCastleVerifier(() -> trusted);

    @BeforeEach
    void trust() throws Exception {
        X509Certificate certificate = Crypto.certificate(AUTHORITY.certificate());
        trusted.add(new Trusted(certificate, RevocationList.of(AUTHORITY.revocationList(), certificate)));
    }

    private static TestTimeStamps service(TestAuthority authority) {
        return new TestTimeStamps(authority.issue(
                KeyKind.GOST_256,
                new Subject("Служба меток", null, null, null, null),
                Use.TIME_STAMPS,
                NOW.minus(Duration.ofDays(60)),
                NOW.plus(Duration.ofDays(60))));
    }

    private SignatureCheck verify(byte[] signature) {
        return verifier.verify(CONTENT, signature, NOW);
    }

    @Test
    void aCertificateThatExpiredAfterTheStampIsGood() throws Exception {
        byte[] signature = EXPIRED_SINCE.sign(CONTENT);
        assertEquals(Refusal.CERTIFICATE_EXPIRED, verify(signature).refusal());
        TestTimeStamps service = service(AUTHORITY);
        SignatureCheck check = verify(TimeStamping.stamp(signature, request -> service.answer(request, LAST_WEEK)));
        assertNull(check.refusal());
        assertEquals(LAST_WEEK, check.signers().get(0).timeStampedAt());
    }

    @Test
    void theStampOfAStrangerProvesNothing() throws Exception {
        TestTimeStamps service = service(STRANGER);
        byte[] stamped = TimeStamping.stamp(EXPIRED_SINCE.sign(CONTENT), request -> service.answer(request, LAST_WEEK));
        assertEquals(Refusal.CERTIFICATE_EXPIRED, verify(stamped).refusal());
    }

    @Test
    void theStampOfAnotherSignatureIsRefused() throws Exception {
        TestTimeStamps service = service(AUTHORITY);
        TestKey key = AUTHORITY.issue(KeyKind.GOST_256, DOCTOR);
        byte[] stamped = TimeStamping.stamp(key.sign(CONTENT), request -> service.answer(request, LAST_WEEK));
        byte[] other = key.sign("другое".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                Refusal.TIME_STAMP_WRONG,
                verify(StampTransplant.of(stamped, key.sign(CONTENT))).refusal());
        assertThrows(
                IOException.class,
                () -> TimeStamping.stamp(
                        other,
                        request -> service.answer(
                                request.length > 0 ? StampTransplant.requestFor(CONTENT) : request, LAST_WEEK)));
    }

    @Test
    void aServiceThatAnswersNonsenseGivesNoStamp() {
        byte[] signature = EXPIRED_SINCE.sign(CONTENT);
        assertThrows(IOException.class, () -> TimeStamping.stamp(signature, request -> new byte[] {1, 2, 3}));
        assertThrows(
                IOException.class,
                () -> TimeStamping.stamp(signature, request -> {
                    throw new IOException("away");
                }));
    }
}
