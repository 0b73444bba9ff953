package org.consilium.signing.provider.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.consilium.signing.api.Refusal;
import org.consilium.signing.api.SignatureCheck;
import org.consilium.signing.testauthority.KeyKind;
import org.consilium.signing.testauthority.Subject;
import org.consilium.signing.testauthority.TestAuthority;
import org.consilium.signing.testauthority.TestAuthority.Use;
import org.consilium.signing.testauthority.TestKey;
import org.consilium.signing.testauthority.TestSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be taken and what must be refused, with real keys of an authority made here. */
class VerifierTest {
    private static final byte[] CONTENT = "%PDF-1.7 заключение".getBytes(StandardCharsets.UTF_8);
    private static final Subject DOCTOR = Subject.person("Щербаков", "Пётр Ильич", "Областная больница", "11223344595");
    private static final Instant NOW = Instant.now();
    private static final Duration DAY = Duration.ofDays(1);

    private static final TestAuthority AUTHORITY = TestAuthority.root(KeyKind.GOST_256, "Испытательный УЦ");
    private static final TestKey KEY = AUTHORITY.issue(KeyKind.GOST_256, DOCTOR);

    private final List<Trusted> trusted = new ArrayList<>();
    private final BouncyCastleVerifier verifier = new BouncyCastleVerifier(() -> trusted);

    private void trust(TestAuthority authority, byte[] list) {
        try {
            X509Certificate certificate = Crypto.certificate(authority.certificate());
            trusted.add(new Trusted(certificate, list == null ? null : RevocationList.of(list, certificate)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void trustAuthority(TestKey... revoked) {
        trust(AUTHORITY, AUTHORITY.revocationList(revoked));
    }

    private Refusal refusalOf(byte[] content, byte[] signature) {
        return verifier.verify(content, signature, NOW).refusal();
    }

    private Refusal refusalOf(TestKey key) {
        return refusalOf(CONTENT, key.sign(CONTENT));
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void aGoodSignatureOfEachKindIsTaken(KeyKind kind) {
        TestAuthority authority = TestAuthority.root(kind, "УЦ " + kind);
        trust(authority, authority.revocationList());
        SignatureCheck check =
                verifier.verify(CONTENT, authority.issue(kind, DOCTOR).sign(CONTENT), NOW);
        assertNull(check.refusal());
        SignatureCheck.Signer signer = check.signers().get(0);
        assertEquals("Щербаков Пётр Ильич", signer.certificate().name());
        assertEquals("11223344595", signer.certificate().snils());
        assertEquals("Областная больница", signer.certificate().organisation());
        assertEquals("УЦ " + kind, signer.certificate().issuer());
        assertEquals(List.of("Щербаков Пётр Ильич", "УЦ " + kind), signer.chain());
        assertTrue(Duration.between(signer.claimedAt(), Instant.now()).abs().compareTo(Duration.ofMinutes(5)) < 0);
    }

    @Test
    void base64WithLineEndsAndPemAreReadLikeDer() {
        trustAuthority();
        byte[] der = KEY.sign(CONTENT);
        String base64 = Base64.getMimeEncoder(64, "\r\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        assertNull(refusalOf(CONTENT, base64.getBytes(StandardCharsets.US_ASCII)));
        assertNull(refusalOf(
                CONTENT,
                ("-----BEGIN CMS-----\r\n" + base64 + "\r\n-----END CMS-----\r\n")
                        .getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void severalGoodSignersAreTakenAndOneBadOneAmongThemRefusesAll() {
        trustAuthority();
        TestKey second = AUTHORITY.issue(KeyKind.GOST_512, DOCTOR);
        assertEquals(
                2,
                verifier.verify(
                                CONTENT,
                                new TestSignature(CONTENT).by(KEY).by(second).build(),
                                NOW)
                        .signers()
                        .size());
        TestKey stranger = TestAuthority.root(KeyKind.GOST_256, "Чужой").issue(KeyKind.GOST_256, DOCTOR);
        assertEquals(
                Refusal.ISSUER_NOT_TRUSTED,
                refusalOf(
                        CONTENT, new TestSignature(CONTENT).by(KEY).by(stranger).build()));
    }

    @Test
    void aChainOverASubordinateAuthorityIsTakenWhenEachLinkHasItsList() {
        TestAuthority subordinate = AUTHORITY.subordinate(KeyKind.GOST_512, "Подчинённый УЦ");
        TestKey key = subordinate.issue(KeyKind.GOST_256, DOCTOR);
        byte[] signature = new TestSignature(CONTENT)
                .by(key)
                .with(subordinate.key().certificate())
                .build();
        trustAuthority();
        assertEquals(Refusal.REVOCATION_UNKNOWN, refusalOf(CONTENT, signature), "no list of the link between");
        trust(subordinate, subordinate.revocationList());
        assertNull(refusalOf(CONTENT, signature));
    }

    @Test
    void aChangedDocumentIsRefused() {
        trustAuthority();
        byte[] changed = CONTENT.clone();
        changed[3] ^= 1;
        assertEquals(Refusal.CONTENT_CHANGED, refusalOf(changed, KEY.sign(CONTENT)));
    }

    @Test
    void theTextThatThePlugInSignsWithTheWrongEncodingIsAChangedDocument() {
        trustAuthority();
        byte[] text = Base64.getEncoder().encodeToString(CONTENT).getBytes(StandardCharsets.UTF_16LE);
        assertEquals(Refusal.CONTENT_CHANGED, refusalOf(CONTENT, KEY.sign(text)));
    }

    @Test
    void aChangedSignatureIsRefused() {
        trustAuthority();
        byte[] signature = KEY.sign(CONTENT);
        signature[signature.length - 5] ^= 1;
        assertEquals(Refusal.SIGNATURE_BROKEN, refusalOf(CONTENT, signature));
    }

    @Test
    void aMissingCertificateIsRefused() {
        trustAuthority();
        assertEquals(
                Refusal.CERTIFICATE_MISSING,
                refusalOf(
                        CONTENT,
                        new TestSignature(CONTENT)
                                .by(KEY)
                                .withoutOwnCertificates()
                                .build()));
    }

    @Test
    void aSwappedCertificateIsRefused() {
        trustAuthority();
        BigInteger serial = KEY.certificate().getSerialNumber();
        TestKey lookAlike =
                AUTHORITY.issue(KeyKind.GOST_256, DOCTOR, Use.SIGNING, NOW.minus(DAY), NOW.plus(DAY), serial);
        assertEquals(
                Refusal.CERTIFICATE_SWAPPED,
                refusalOf(
                        CONTENT,
                        new TestSignature(CONTENT)
                                .by(KEY)
                                .withoutOwnCertificates()
                                .with(lookAlike.certificate())
                                .build()));
    }

    @Test
    void anExpiredCertificateIsRefused() {
        trustAuthority();
        assertEquals(
                Refusal.CERTIFICATE_EXPIRED,
                refusalOf(AUTHORITY.issue(
                        KeyKind.GOST_256, DOCTOR, Use.SIGNING, NOW.minus(DAY.multipliedBy(20)), NOW.minus(DAY))));
    }

    @Test
    void aCertificateThatIsNotYetValidIsRefused() {
        trustAuthority();
        assertEquals(
                Refusal.CERTIFICATE_NOT_YET_VALID,
                refusalOf(AUTHORITY.issue(
                        KeyKind.GOST_256, DOCTOR, Use.SIGNING, NOW.plus(DAY), NOW.plus(DAY.multipliedBy(20)))));
    }

    @Test
    void aClaimedTimeDoesNotMakeAnExpiredCertificateGood() {
        trustAuthority();
        TestKey expired =
                AUTHORITY.issue(KeyKind.GOST_256, DOCTOR, Use.SIGNING, NOW.minus(DAY.multipliedBy(20)), NOW.minus(DAY));
        assertEquals(
                Refusal.CERTIFICATE_EXPIRED,
                refusalOf(
                        CONTENT,
                        new TestSignature(CONTENT)
                                .by(expired)
                                .claimedAt(NOW.minus(DAY.multipliedBy(10)))
                                .build()));
    }

    @Test
    void aRevokedCertificateIsRefused() {
        trustAuthority(KEY);
        assertEquals(Refusal.CERTIFICATE_REVOKED, refusalOf(KEY));
    }

    @Test
    void aForeignAuthorityIsRefused() {
        trustAuthority();
        assertEquals(
                Refusal.ISSUER_NOT_TRUSTED,
                refusalOf(TestAuthority.root(KeyKind.GOST_256, "Чужой").issue(KeyKind.GOST_256, DOCTOR)));
    }

    @Test
    void anAuthorityThatOnlyCallsItselfTheSameIsRefused() {
        trustAuthority();
        assertEquals(
                Refusal.ISSUER_NOT_TRUSTED,
                refusalOf(
                        TestAuthority.root(KeyKind.GOST_256, "Испытательный УЦ").issue(KeyKind.GOST_256, DOCTOR)));
    }

    @Test
    void aRootInsideTheSignatureIsNoAnchor() {
        trustAuthority();
        TestAuthority foreign = TestAuthority.root(KeyKind.GOST_256, "Чужой");
        assertEquals(
                Refusal.ISSUER_NOT_TRUSTED,
                refusalOf(
                        CONTENT,
                        new TestSignature(CONTENT)
                                .by(foreign.issue(KeyKind.GOST_256, DOCTOR))
                                .with(foreign.key().certificate())
                                .build()));
        trusted.clear();
        assertEquals(Refusal.ISSUER_NOT_TRUSTED, refusalOf(KEY), "nobody is trusted");
    }

    @ParameterizedTest
    @EnumSource(
            value = Use.class,
            names = {"ENCRYPTION", "AUTHORITY"})
    void aCertificateForSomethingElseIsRefused(Use use) {
        trustAuthority();
        assertEquals(
                Refusal.KEY_USAGE,
                refusalOf(AUTHORITY.issue(KeyKind.GOST_256, DOCTOR, use, NOW.minus(DAY), NOW.plus(DAY))));
    }

    @Test
    void withoutARevocationListNothingIsTaken() {
        trust(AUTHORITY, null);
        assertEquals(Refusal.REVOCATION_UNKNOWN, refusalOf(KEY));
        assertTrue(Refusal.REVOCATION_UNKNOWN.isPassing());
    }

    @Test
    void withAStaleRevocationListNothingIsTaken() {
        trust(AUTHORITY, AUTHORITY.revocationList(NOW.minus(DAY.multipliedBy(9)), NOW.minus(DAY)));
        assertEquals(Refusal.REVOCATION_UNKNOWN, refusalOf(KEY));
    }

    @Test
    void aForeignRevocationListIsNone() throws Exception {
        X509Certificate certificate = Crypto.certificate(AUTHORITY.certificate());
        byte[] otherName = TestAuthority.root(KeyKind.GOST_256, "Чужой").revocationList();
        byte[] sameName =
                TestAuthority.root(KeyKind.GOST_256, "Испытательный УЦ").revocationList();
        for (byte[] list : List.of(otherName, sameName, new byte[] {1, 2, 3}, new byte[0])) {
            org.junit.jupiter.api.Assertions.assertThrows(
                    java.security.cert.CRLException.class, () -> RevocationList.of(list, certificate));
        }
    }

    @Test
    void attributesInAnotherOrderThanDerAreTakenAsTheyWereSigned() {
        trustAuthority();
        byte[] signature = new TestSignature(CONTENT).by(KEY).notInDerOrder().build();
        assertNull(refusalOf(CONTENT, signature));
        byte[] changed = CONTENT.clone();
        changed[0] ^= 1;
        assertEquals(Refusal.CONTENT_CHANGED, refusalOf(changed, signature));
    }

    @Test
    void anAttachedDocumentIsRefused() {
        trustAuthority();
        assertEquals(
                Refusal.CONTENT_ATTACHED,
                refusalOf(CONTENT, new TestSignature(CONTENT).by(KEY).attached().build()));
    }

    @Test
    void aSignatureWithoutSignedAttributesIsRefused() {
        trustAuthority();
        assertEquals(
                Refusal.NO_SIGNED_ATTRIBUTES,
                refusalOf(
                        CONTENT,
                        new TestSignature(CONTENT)
                                .by(KEY)
                                .withoutSignedAttributes()
                                .build()));
    }

    @Test
    void aSignatureThatDoesNotNameItsCertificateIsRefused() {
        trustAuthority();
        assertEquals(
                Refusal.NO_SIGNING_CERTIFICATE,
                refusalOf(
                        CONTENT,
                        new TestSignature(CONTENT)
                                .by(KEY)
                                .withoutSigningCertificate()
                                .build()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100, 500})
    void aTruncatedSignatureIsRefused(int length) {
        trustAuthority();
        assertEquals(Refusal.SIGNATURE_MALFORMED, refusalOf(CONTENT, Arrays.copyOf(KEY.sign(CONTENT), length)));
    }

    @Test
    void garbageIsRefusedAndNeverAnError() {
        trustAuthority();
        byte[] good = KEY.sign(CONTENT);
        byte[] behind = Arrays.copyOf(good, good.length + 3);
        assertEquals(Refusal.SIGNATURE_MALFORMED, refusalOf(CONTENT, behind));
        assertEquals(Refusal.SIGNATURE_MALFORMED, refusalOf(CONTENT, "not a signature".getBytes()));
        assertEquals(Refusal.SIGNATURE_MALFORMED, refusalOf(CONTENT, AUTHORITY.certificate()));
        assertEquals(Refusal.TOO_LARGE, refusalOf(CONTENT, new byte[3 << 20]));
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] broken = good.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            SignatureCheck check = verifier.verify(CONTENT, broken, NOW);
            if (check.isValid()) {
                // a bit that is under no signature: an unused certificate field cannot be, but the version number can
                assertEquals("11223344595", check.signers().get(0).certificate().snils());
            }
        }
    }

    @Test
    void aCertificateIsJudgedBeforeItSigns() {
        trustAuthority();
        assertNull(verifier.check(KEY.certificateDer(), NOW).refusal());
        TestKey expired =
                AUTHORITY.issue(KeyKind.GOST_256, DOCTOR, Use.SIGNING, NOW.minus(DAY.multipliedBy(20)), NOW.minus(DAY));
        SignatureCheck check = verifier.check(expired.certificateDer(), NOW);
        assertEquals(Refusal.CERTIFICATE_EXPIRED, check.refusal());
        assertEquals("Щербаков Пётр Ильич", check.signers().get(0).certificate().name());
        assertEquals(
                Refusal.SIGNATURE_MALFORMED, verifier.check(new byte[] {1}, NOW).refusal());
    }
}
