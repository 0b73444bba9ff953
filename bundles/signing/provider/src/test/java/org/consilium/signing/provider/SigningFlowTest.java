package org.consilium.signing.provider;

import static org.consilium.signing.provider.SigningHouse.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.api.Outcome;
import org.consilium.requests.api.RequestState;
import org.consilium.routes.api.Finishing;
import org.consilium.signing.api.ConclusionSigned;
import org.consilium.signing.api.SealedRecord;
import org.consilium.signing.testauthority.KeyKind;
import org.consilium.signing.testauthority.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** From the first letter to the executed request. */
@ParameterizedClass
@EnumSource(Engine.class)
class SigningFlowTest {
    private final SigningHouse house;

    SigningFlowTest(Engine engine) {
        house = new SigningHouse(engine);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aDraftIsSavedFromTheFirstLetterOnAndAStaleOneIsRefused() {
        Conclusion first = house.drafts.save(
                house.consultant, house.request, new NewConclusion(0, Map.of("conclusion", "О"), List.of()));
        assertEquals(Map.of("conclusion", "О"), first.answers());
        Conclusion second = house.drafts.save(
                house.consultant,
                house.request,
                new NewConclusion(
                        first.version(),
                        Map.of("conclusion", "ОР"),
                        List.of(new Source("conclusion", "MESSAGE", "1", "Сообщение"))));
        assertTrue(second.version() > first.version());
        Conclusion read = house.drafts.read(house.consultant, house.request);
        assertEquals("ОР", read.answers().get("conclusion"));
        assertEquals("MESSAGE", read.sources().get(0).kind());
        assertEquals(second.version(), read.version());
        refused(
                409,
                "signing.changed-meanwhile",
                () -> house.drafts.save(
                        house.consultant, house.request, new NewConclusion(first.version(), Map.of(), List.of())));
        refused(
                409,
                "signing.changed-meanwhile",
                () -> house.drafts.save(house.consultant, house.request, new NewConclusion(0, Map.of(), List.of())));
        refused(
                422,
                "signing.conclusion-incomplete",
                () -> house.drafts.save(
                        house.consultant,
                        house.request,
                        new NewConclusion(read.version(), Map.of(), Collections.singletonList(null))));
        Conclusion odd = house.drafts.save(
                house.consultant,
                house.request,
                new NewConclusion(
                        read.version(),
                        Map.of("conclusion", "a\u0000b\ud800c", "diagnosis", "\\u0000", "list", List.of("\u0000")),
                        List.of()));
        assertEquals("ab?c", odd.answers().get("conclusion"), "what no database takes");
        assertEquals("\\u0000", odd.answers().get("diagnosis"), "what somebody typed stays");
        refused(403, "requests.not-consultant", () -> house.drafts.read(house.filer, house.request));
        refused(404, "requests.not-found", () -> house.drafts.read(house.stranger, house.request));
    }

    @Test
    void aDocumentWantsAnsweredFieldsAndAnIdentifiedPatient() {
        Conclusion draft = house.drafts.save(
                house.consultant,
                house.request,
                new NewConclusion(0, Map.of("conclusion", "  ", "nextConsultation", "завтра"), List.of()));
        ConsiliumException refusal = assertThrows(
                ConsiliumException.class,
                () -> house.maker.make(
                        house.consultant, house.request, new NewDocument(Uuid7.next(), draft.version())));
        assertEquals("signing.conclusion-incomplete", refusal.code());
        String problems = refusal.members().get("problems").toString();
        assertTrue(problems.contains("field=conclusion, code=required"), problems);
        assertTrue(problems.contains("field=recommendations, code=required"), problems);
        assertTrue(problems.contains("field=nextConsultation, code=format"), problems);

        var other = house.requests.add(house.filer.id(), house.consultant.id());
        Conclusion good = house.drafts.save(
                house.consultant,
                other,
                new NewConclusion(0, Map.of("conclusion", "1", "recommendations", "2"), List.of()));
        refused(
                409,
                "signing.identification-needed",
                () -> house.maker.make(house.consultant, other, new NewDocument(Uuid7.next(), good.version())));
    }

    @Test
    void amongDoctorsNobodyHasToBeIdentifiedForAConclusion() {
        var question = house.requests.addWithoutPatient(house.filer.id(), house.consultant.id());
        Conclusion good = house.drafts.save(
                house.consultant,
                question,
                new NewConclusion(0, Map.of("conclusion", "1", "recommendations", "2"), List.of()));
        ConclusionDocument made =
                house.maker.make(house.consultant, question, new NewDocument(Uuid7.next(), good.version()));
        assertEquals(question, made.requestId());
    }

    @Test
    @Proves({"S161", "S163", "S169"})
    void theRequestIsExecutedOnlyAfterTheArchiveExists() throws Exception {
        ConclusionDocument made = house.make();
        assertEquals(DocumentState.MADE, made.state());
        refused(
                409,
                "signing.archive-missing",
                () -> house.conclusions.complete(house.consultant, house.request, new Chosen(made.id())));
        assertEquals(RequestState.IN_WORK, house.requests.state(house.request));

        ConclusionDocument signed = house.sign(made);
        assertEquals(DocumentState.SIGNED, signed.state());
        assertEquals("Щербаков Пётр Ильич", signed.signature().signerName());
        assertEquals(SignatureState.VERIFIED, signed.signature().state());
        assertNotNull(signed.archive());
        assertEquals(List.of(new ConclusionSigned(house.request, made.id(), 1)), house.events.appended);
        assertEquals(RequestState.IN_WORK, house.requests.state(house.request));

        refused(
                403,
                "requests.not-consultant",
                () -> house.conclusions.complete(house.filer, house.request, new Chosen(made.id())));
        ConclusionDocument done = house.conclusions.complete(house.consultant, house.request, new Chosen(made.id()));
        assertTrue(done.executed());
        assertEquals(Outcome.SIGNED_CONCLUSION, house.requests.executed.get(house.request));
        assertEquals(done, house.conclusions.complete(house.consultant, house.request, new Chosen(made.id())), "twice");

        Map<String, byte[]> zip = archive(house.consultant, made);
        assertEquals(Set.of("conclusion.pdf", "conclusion.pdf.sig", "signer.cer", "protocol.txt"), zip.keySet());
        assertArrayEquals(house.files.files.get(made.id()).content(), zip.get("conclusion.pdf"));
        assertArrayEquals(SigningHouse.KEY.certificateDer(), zip.get("signer.cer"));
        String protocol = new String(zip.get("protocol.txt"), StandardCharsets.UTF_8);
        assertTrue(protocol.contains(made.sha256()), protocol);
        assertTrue(protocol.contains("Щербаков Пётр Ильич < Испытательный УЦ"), protocol);
    }

    @Test
    void anArchiveThatCannotBeKeptLeavesNothingBehind() {
        ConclusionDocument made = house.make();
        NewSignature signature = house.signature(made, SigningHouse.KEY);
        house.files.failing = true;
        assertThrows(
                IllegalStateException.class, () -> house.signatures.sign(house.consultant, house.request, signature));
        house.files.failing = false;
        assertEquals(
                DocumentState.MADE,
                house.conclusions.get(house.consultant, made.id()).state());
        assertNull(house.conclusions.get(house.consultant, made.id()).signature());
        assertEquals(
                DocumentState.SIGNED,
                house.signatures
                        .sign(house.consultant, house.request, signature)
                        .state());
    }

    @Test
    void opensslWithTheGostEngineVerifiesTheArchive(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(hasGostEngine(), "OpenSSL without the GOST engine");
        ConclusionDocument made = house.make();
        house.sign(made);
        for (Map.Entry<String, byte[]> entry : archive(house.consultant, made).entrySet()) {
            Files.write(folder.resolve(entry.getKey()), entry.getValue());
        }
        Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(SigningHouse.AUTHORITY.certificate())
                        + "\n-----END CERTIFICATE-----\n");
        assertEquals("", openssl(folder, 0));
        byte[] pdf = Files.readAllBytes(folder.resolve("conclusion.pdf"));
        pdf[pdf.length / 2] ^= 1;
        Files.write(folder.resolve("conclusion.pdf"), pdf);
        assertTrue(openssl(folder, 4).contains("failure"));
    }

    private static boolean hasGostEngine() throws Exception {
        try {
            return new ProcessBuilder("openssl", "engine", "-t", "gost")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    /** The command of the protocol, word for word. */
    private static String openssl(Path folder, int expected) throws Exception {
        Process process = new ProcessBuilder(
                        ("openssl cms -verify -engine gost -cades -binary -inform DER -in conclusion.pdf.sig"
                                        + " -content conclusion.pdf -CAfile ca.pem -purpose any -out /dev/null")
                                .split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(expected, process.waitFor(), said);
        return expected == 0
                ? said.replaceAll("(?m)^(Engine .*|CAdES Verification successful|CMS Verification successful)\\R?", "")
                        .strip()
                : said;
    }

    @Test
    void aRefusedSignatureKeepsNothingButAnAuditRow() {
        ConclusionDocument made = house.make();
        var other =
                SigningHouse.AUTHORITY.issue(KeyKind.GOST_256, Subject.person("Лисина", "Ольга", null, "08765430300"));
        var nobody = SigningHouse.AUTHORITY.issue(KeyKind.GOST_256, Subject.person("Лисина", "Ольга", null, null));
        refused(
                422,
                "signing.other-person",
                () -> house.signatures.sign(house.consultant, house.request, house.signature(made, other)));
        refused(
                422,
                "signing.certificate-without-snils",
                () -> house.signatures.sign(house.consultant, house.request, house.signature(made, nobody)));
        refused(
                422,
                "signing.signature-malformed",
                () -> house.signatures.sign(
                        house.consultant, house.request, new NewSignature(Uuid7.next(), made.id(), "@@@")));
        String foreign = Base64.getEncoder().encodeToString(SigningHouse.KEY.sign(new byte[] {1}));
        refused(
                422,
                "signing.content-changed",
                () -> house.signatures.sign(
                        house.consultant, house.request, new NewSignature(Uuid7.next(), made.id(), foreign)));
        house.people.snils.clear();
        refused(409, "signing.snils-missing", () -> house.sign(made));
        refused(
                404,
                "requests.not-found",
                () -> house.signatures.sign(house.stranger, house.request, house.signature(made, SigningHouse.KEY)));
        assertEquals(
                DocumentState.MADE,
                house.conclusions.get(house.consultant, made.id()).state());
        assertEquals(
                4,
                house.audit.actions().stream().filter("signing.refused"::equals).count());
    }

    @Test
    void whatCannotBeCheckedNowIsCheckedLater() {
        ConclusionDocument made = house.make();
        house.trust.distrust(SigningHouse.OPERATOR, house.trust.known().get(0).fingerprint());
        house.trust.trust(SigningHouse.OPERATOR, SigningHouse.AUTHORITY.certificate(), List.of());
        ConclusionDocument checking = house.sign(made);
        assertEquals(DocumentState.CHECKING, checking.state());
        assertEquals("signing.revocation-unknown", checking.signature().code());
        assertNull(checking.archive());
        refused(
                409,
                "signing.archive-missing",
                () -> house.conclusions.complete(house.consultant, house.request, new Chosen(made.id())));
        refused(
                409,
                "signing.signature-pending",
                () -> house.maker.make(
                        house.consultant,
                        house.request,
                        new NewDocument(
                                Uuid7.next(),
                                house.drafts
                                        .read(house.consultant, house.request)
                                        .version())));
        house.signatures.retry();
        assertEquals(
                DocumentState.CHECKING,
                house.conclusions.get(house.consultant, made.id()).state());
        house.trust.keepRevocationList(SigningHouse.OPERATOR, SigningHouse.AUTHORITY.revocationList());
        house.clock.move(Duration.ofMinutes(2));
        house.signatures.retry();
        ConclusionDocument signed = house.conclusions.get(house.consultant, made.id());
        assertEquals(DocumentState.SIGNED, signed.state());
        assertNotNull(signed.archive());
    }

    @Test
    void whatIsFoundRevokedLaterWantsAnotherSignature() {
        ConclusionDocument made = house.make();
        house.trust.distrust(SigningHouse.OPERATOR, house.trust.known().get(0).fingerprint());
        house.trust.trust(SigningHouse.OPERATOR, SigningHouse.AUTHORITY.certificate(), List.of());
        house.sign(made);
        house.conclusions.awaitSignature(house.consultant, house.request, new Chosen(made.id()));
        house.trust.keepRevocationList(SigningHouse.OPERATOR, SigningHouse.AUTHORITY.revocationList(SigningHouse.KEY));
        house.clock.move(Duration.ofMinutes(2));
        house.signatures.retry();
        ConclusionDocument refused = house.conclusions.get(house.consultant, made.id());
        assertEquals(DocumentState.AWAITING, refused.state());
        assertEquals(SignatureState.REFUSED, refused.signature().state());
        assertEquals("signing.certificate-revoked", refused.signature().code());
        var fresh = SigningHouse.AUTHORITY.issue(
                KeyKind.GOST_512, Subject.person("Щербаков", "Пётр Ильич", null, SigningHouse.SNILS));
        assertEquals(
                DocumentState.SIGNED,
                house.signatures
                        .sign(house.consultant, house.request, house.signature(made, fresh))
                        .state());
    }

    @Test
    void aConclusionWaitsForItsSignatureWithATermAndIsExecutedAfterwards() {
        ConclusionDocument made = house.make();
        ConclusionDocument waiting =
                house.conclusions.awaitSignature(house.consultant, house.request, new Chosen(made.id()));
        assertEquals(DocumentState.AWAITING, waiting.state());
        assertNotNull(waiting.dueAt());
        assertEquals(RequestState.AWAITING_SIGNATURE, house.requests.state(house.request));
        assertEquals(
                List.of(made.id()),
                house.conclusions.awaiting(house.consultant).stream()
                        .map(Awaiting::documentId)
                        .toList());
        assertEquals(List.of(), house.conclusions.awaiting(house.filer));
        assertEquals(List.of(), house.conclusions.ofRequest(house.filer, house.request), "not for others yet");
        refused(
                409,
                "requests.closed",
                () -> house.drafts.save(
                        house.consultant, house.request, new NewConclusion(waiting.number(), Map.of(), List.of())));
        house.sign(made);
        house.conclusions.complete(house.consultant, house.request, new Chosen(made.id()));
        assertEquals(List.of(), house.conclusions.awaiting(house.consultant));
        assertEquals(RequestState.EXECUTED, house.requests.state(house.request));
    }

    @Test
    void backToWorkDropsWhatWasNotSigned() {
        ConclusionDocument made = house.make();
        house.conclusions.awaitSignature(house.consultant, house.request, new Chosen(made.id()));
        Conclusion open = house.conclusions.resume(house.consultant, house.request);
        assertTrue(open.writable());
        assertEquals(List.of(), open.documents());
        assertEquals("ОРВИ", open.answers().get("conclusion"));
        assertFalse(house.files.files.containsKey(made.id()));
        refused(404, "signing.not-found", () -> house.conclusions.get(house.consultant, made.id()));
    }

    @Test
    void aFurtherDocumentTakesTheUnsignedOnesPlaceAndTheSameIdIsTheSame() {
        ConclusionDocument first = house.make();
        long version = house.drafts.read(house.consultant, house.request).version();
        assertEquals(
                first.sha256(),
                house.maker
                        .make(house.consultant, house.request, new NewDocument(first.id(), version))
                        .sha256());
        ConclusionDocument second =
                house.maker.make(house.consultant, house.request, new NewDocument(Uuid7.next(), version));
        assertEquals(
                List.of(second.id()),
                house.conclusions.ofRequest(house.consultant, house.request).stream()
                        .map(ConclusionDocument::id)
                        .toList());
        refused(
                409,
                "signing.id-taken",
                () -> house.maker.make(
                        house.consultant,
                        house.requests.add(house.filer.id(), house.consultant.id()),
                        new NewDocument(second.id(), version)));
    }

    @Test
    void aCorrectionIsANewSignedVersionAndTheOldOneStays() throws Exception {
        ConclusionDocument first = finished();
        refused(
                422,
                "signing.correction-incomplete",
                () -> house.drafts.correct(
                        house.consultant, house.request, new NewCorrection(CorrectionKind.VERSION, " ")));
        Conclusion open = house.drafts.correct(
                house.consultant, house.request, new NewCorrection(CorrectionKind.VERSION, "Описка в дозе"));
        assertTrue(open.writable());
        assertEquals("ОРВИ", open.answers().get("conclusion"));
        ConclusionDocument second =
                house.maker.make(house.consultant, house.request, new NewDocument(Uuid7.next(), open.version()));
        assertEquals(2, second.number());
        assertEquals(first.id(), second.replacesId());
        ConclusionDocument signed = house.sign(second);
        assertTrue(signed.current() && signed.executed());
        ConclusionDocument old = house.conclusions.get(house.filer, first.id());
        assertFalse(old.current());
        assertEquals(4, archive(house.filer, first).size(), "the old one stays");
        assertFalse(house.drafts.read(house.consultant, house.request).writable());

        Conclusion addendum = house.drafts.correct(
                house.consultant, house.request, new NewCorrection(CorrectionKind.ADDENDUM, "Пришли анализы"));
        assertEquals(Map.of(), addendum.answers());
        house.drafts.giveUpCorrection(house.consultant, house.request);
        assertFalse(house.drafts.read(house.consultant, house.request).writable());
    }

    private ConclusionDocument finished() {
        ConclusionDocument made = house.make();
        house.sign(made);
        return house.conclusions.complete(house.consultant, house.request, new Chosen(made.id()));
    }

    @Test
    void aScanOfSeveralPagesExecutesTheRequestWithoutASignature() {
        var first = house.files.upload(house.request, "1.jpg", "image/jpeg");
        var second = house.files.upload(house.request, "2.pdf", "application/pdf");
        var text = house.files.upload(house.request, "3.txt", "text/plain");
        var foreign = house.files.upload(Uuid7.next(), "4.pdf", "application/pdf");
        for (var pages :
                List.of(List.of(first, text), List.of(foreign), List.of(Uuid7.next()), List.<java.util.UUID>of())) {
            refused(
                    422,
                    "signing.scan-pages",
                    () -> house.maker.scan(house.consultant, house.request, new NewScan(Uuid7.next(), pages)));
        }
        assertEquals(RequestState.IN_WORK, house.requests.state(house.request));
        house.requests.ways = Set.of(Finishing.SIGNED);
        NewScan scan = new NewScan(Uuid7.next(), List.of(second, first));
        refused(409, "signing.way-closed", () -> house.maker.scan(house.consultant, house.request, scan));
        house.requests.ways = Set.of(Finishing.UPLOADED);
        ConclusionDocument taken = house.maker.scan(house.consultant, house.request, scan);
        assertTrue(taken.withoutSignature());
        assertEquals(
                List.of("2.pdf", "1.jpg"),
                taken.pages().stream().map(ConclusionDocument.ScanPage::name).toList());
        assertEquals(Outcome.UPLOADED_CONCLUSION, house.requests.executed.get(house.request));
        assertEquals(taken, house.maker.scan(house.consultant, house.request, scan), "twice");
    }

    @Test
    void thePatientReadsAndVerifiesWhatIsFinished() throws Exception {
        ConclusionDocument made = house.make();
        house.sign(made);
        assertEquals(List.of(), house.conclusions.ofRequest(house.patient, house.request), "not executed yet");
        house.conclusions.complete(house.consultant, house.request, new Chosen(made.id()));
        assertEquals(
                1, house.conclusions.ofRequest(house.patient, house.request).size());
        assertTrue(house.signatures.verify(house.patient, made.id()).valid());
        assertEquals(4, archive(house.patient, made).size());
        Caller other = Caller.patient(Uuid7.next(), house.requests.add(house.filer.id(), house.consultant.id()));
        refused(404, "requests.not-found", () -> house.conclusions.content(other, made.id()));
        house.people.consented.clear();
        refused(403, "signing.consent-needed", () -> house.conclusions.content(house.patient, made.id()));
        var stored = house.files.files.get(made.id());
        byte[] changed = stored.content().clone();
        changed[9] ^= 1;
        house.files.files.put(
                made.id(),
                new org.consilium.documents.api.NewStoredFile(
                        stored.id(), stored.requestId(), null, stored.name(), stored.type(), "", changed, true));
        Verification found = house.signatures.verify(house.filer, made.id());
        assertFalse(found.valid());
        assertEquals("signing.content-changed", found.code());
    }

    @Test
    void theRecordIsSealedOnceAndNamesWhatHappened() {
        finished();
        refused(404, "signing.record-not-yet", () -> house.records.record(house.filer, house.request));
        house.records.seal(house.request);
        house.records.seal(house.request);
        String record = house.records.record(house.filer, house.request);
        assertTrue(SealedRecord.check(record, null).isUnchanged());
        assertTrue(record.contains(" signing.signed "), record);
        assertTrue(record.contains("Иванова Анна Петровна"));
        refused(404, "requests.not-found", () -> house.records.record(house.stranger, house.request));
    }

    @Test
    void theConclusionIsExportedWithTheFiveSectionsOfItsRevision() throws Exception {
        house.icd.put(List.of(new IcdCode("J06.9", "Острая инфекция", null)));
        ConclusionDocument made = house.make();
        String xml = house.cda.xml(house.consultant, made.id());
        var parsed = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertEquals("ClinicalDocument", parsed.getDocumentElement().getNodeName());
        Map<String, Integer> codes = new HashMap<>();
        var found = parsed.getElementsByTagName("section");
        for (int i = 0; i < found.getLength(); i++) {
            var section = (org.w3c.dom.Element) found.item(i);
            codes.merge(
                    ((org.w3c.dom.Element) section.getElementsByTagName("code").item(0)).getAttribute("code"),
                    1,
                    Integer::sum);
        }
        assertEquals(Map.of("DOCINFO", 1, "ANAM", 1, "LANAM", 1, "DGN", 1, "RESCONS", 1), codes);
        assertTrue(xml.contains("1.2.643.5.1.13.13.15.13.7")
                && xml.contains("code=\"290\"")
                && xml.contains("J06.9 Острая инфекция"));
    }

    private Map<String, byte[]> archive(Caller caller, ConclusionDocument document) throws Exception {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(house.conclusions.archive(caller, document.id()).stream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
