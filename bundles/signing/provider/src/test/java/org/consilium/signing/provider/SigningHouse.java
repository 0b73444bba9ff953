package org.consilium.signing.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.aries.jpa.template.JpaTemplate;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.RecordingAudit;
import org.consilium.platform.testing.RecordingEvents;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.platform.testing.TestDatabase;
import org.consilium.signing.provider.check.BouncyCastleVerifier;
import org.consilium.signing.testauthority.KeyKind;
import org.consilium.signing.testauthority.Subject;
import org.consilium.signing.testauthority.TestAuthority;
import org.consilium.signing.testauthority.TestKey;
import org.junit.jupiter.api.function.Executable;

/** The domain on a fresh database, with an authority, two doctors and a request. */
final class SigningHouse implements AutoCloseable {
    static final TestAuthority AUTHORITY = TestAuthority.root(KeyKind.GOST_256, "Испытательный УЦ");
    static final String SNILS = "11223344595";
    static final TestKey KEY =
            AUTHORITY.issue(KeyKind.GOST_256, Subject.person("Щербаков", "Пётр Ильич", "Областная больница", SNILS));
    static final Caller OPERATOR = Caller.system("test");

    final TestDatabase db;
    final FakeRequests requests = new FakeRequests();
    final FakeFiles files = new FakeFiles();
    final FakePeople people = new FakePeople();
    final RecordingAudit audit = new RecordingAudit();
    final RecordingEvents events = new RecordingEvents();
    final RecordingLive live = new RecordingLive();
    final Map<String, Object> config = new HashMap<>();
    final MovedClock clock = new MovedClock();

    final Neighbours neighbours = new Neighbours();
    final SigningRepository repository;
    final SigningAccess access = new SigningAccess(neighbours);
    final TrustListImpl trust;
    final IcdRepository icd;
    final Drafts drafts;
    final ConclusionMaker maker;
    final Conclusions conclusions;
    final Signatures signatures;
    final RecordSealer records;
    final Phrases phrases;
    final Preflight preflight;
    final CdaExport cda;

    final Caller filer = doctor();
    final Caller consultant = doctor();
    final Caller stranger = doctor();
    final UUID request = requests.add(filer.id(), consultant.id());
    final Caller patient = Caller.patient(Uuid7.next(), request);

    SigningHouse(Engine engine) {
        db = TestDatabase.on(engine);
        JpaTemplate jpa = db.unit("signing");
        repository = new SigningRepository(jpa, TestDatabase.READY);
        trust = new TrustListImpl(new TrustRepository(jpa, TestDatabase.READY), audit);
        icd = new IcdRepository(jpa, TestDatabase.READY);
        phrases = new Phrases(new PhraseRepository(jpa, TestDatabase.READY));
        neighbours.requests = requests;
        neighbours.closing = requests;
        neighbours.forms = requests;
        neighbours.documents = files;
        neighbours.staff = people;
        neighbours.identifiers = people;
        neighbours.links = people;
        neighbours.verifier = new BouncyCastleVerifier(trust);
        SigningSettings settings = new SigningSettings(config(config));
        DocumentViews views = new DocumentViews(repository);
        SigningHints hints = new SigningHints(live);
        drafts = new Drafts(repository, access, neighbours, views, audit);
        maker = new ConclusionMaker(repository, access, neighbours, drafts, icd, settings, views, hints, audit);
        conclusions = new Conclusions(repository, access, neighbours, drafts, maker, settings, views, hints, audit);
        signatures = new Signatures(repository, access, neighbours, settings, views, hints, audit, events, clock);
        records = new RecordSealer(repository, access, neighbours, audit);
        preflight = new Preflight(neighbours, trust, settings);
        cda = new CdaExport(conclusions, drafts, access, icd, settings, audit);
        requests.identify(request);
        people.snils.put(consultant.id(), SNILS);
        people.consented.add(request);
        trust.trust(OPERATOR, AUTHORITY.certificate(), List.of());
        trust.keepRevocationList(OPERATOR, AUTHORITY.revocationList());
    }

    static Caller doctor() {
        return Caller.staff(UUID.randomUUID(), UUID.randomUUID(), Set.of(Caller.DOCTOR), "Щербаков П. И.");
    }

    /** A draft that fits the bundled form. */
    Conclusion write() {
        return drafts.save(
                consultant,
                request,
                new NewConclusion(
                        0,
                        Map.of("conclusion", "ОРВИ", "recommendations", "Питьё", "diagnosisCode", "J06.9"),
                        List.of()));
    }

    ConclusionDocument make() {
        return maker.make(consultant, request, new NewDocument(Uuid7.next(), write().version()));
    }

    ConclusionDocument sign(ConclusionDocument document) {
        return signatures.sign(consultant, request, signature(document, KEY));
    }

    NewSignature signature(ConclusionDocument document, TestKey key) {
        byte[] pdf = files.files.get(document.id()).content();
        return new NewSignature(
                Uuid7.next(), document.id(), Base64.getMimeEncoder().encodeToString(key.sign(pdf)));
    }

    static void refused(int status, String code, Executable call) {
        ConsiliumException refusal = assertThrows(ConsiliumException.class, call);
        assertEquals(status + " " + code, refusal.status().http() + " " + refusal.code());
    }

    /** An annotation's defaults with some values changed. */
    static SigningConfig config(Map<String, Object> values) {
        return (SigningConfig) Proxy.newProxyInstance(
                SigningConfig.class.getClassLoader(),
                new Class<?>[] {SigningConfig.class},
                (proxy, method, arguments) -> values.containsKey(method.getName())
                        ? values.get(method.getName())
                        : method.getDeclaringClass() == Annotation.class ? null : method.getDefaultValue());
    }

    @Override
    public void close() {
        db.close();
    }

    /** The time of now, moved. */
    static final class MovedClock extends Clock {
        private Duration by = Duration.ZERO;

        void move(Duration further) {
            by = by.plus(further);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }
    }
}
