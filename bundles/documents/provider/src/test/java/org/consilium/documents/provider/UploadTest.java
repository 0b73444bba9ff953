package org.consilium.documents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consilium.documents.api.Document;
import org.consilium.documents.provider.format.Samples;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.platform.testing.RecordingLive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class UploadTest {
    private final Engine engine;

    @TempDir
    Path folder;

    private DocumentsFixture house;

    UploadTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        house = new DocumentsFixture(engine, folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Proves({"S111", "S177"})
    void thePatientSendsADocumentThatTheDoctorReads() throws IOException {
        byte[] content = Samples.pdf();
        Document sent = house.upload(house.patient, "Выписка.pdf", house.requestId, content);

        assertEquals("application/pdf", sent.type());
        assertEquals(content.length, sent.size());
        assertEquals(house.requestId, sent.requestId());
        assertEquals(house.patient.id(), sent.ownerId());
        assertTrue(sent.fromPatient());
        assertEquals(sent, house.documents.get(house.consultant, sent.id()));
        try (var channel =
                house.files.open(house.filer, sent.id(), null).channel().get()) {
            assertEquals(content.length, channel.size());
        }
        assertEquals(List.of("documents.uploaded", "documents.downloaded"), house.audit.actions());
        assertEquals(house.requestId, house.audit.entries.get(0).subject());
        assertEquals(
                Set.of(house.filer.id(), house.consultant.id(), house.patient.id()),
                house.live.sent.get(0).audience());
        assertEquals(
                List.of(house.requestId),
                house.live.sent.stream()
                        .map(RecordingLive.Sent::toPatientsOf)
                        .filter(id -> id != null)
                        .toList());
    }

    @Test
    void theKindComesFromTheContentAndTheNameFollows() {
        Document photo = house.upload(house.filer, "scan.html", null, Samples.png());
        assertEquals("image/png", photo.type());
        assertEquals("scan.html.png", photo.name());
    }

    @Test
    void refusedUploadsLeaveNothing() {
        UUID request = house.requestId;
        assertRefused(
                "documents.refused-type",
                415,
                "drawing.svg",
                "<svg><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                "documents.refused-type", 415, "photo.jpg", "<html>hello</html>".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                "documents.refused-type",
                415,
                "a.pdf",
                Samples.joined("<html>".getBytes(StandardCharsets.UTF_8), Samples.pdf()));
        assertRefused("documents.too-many-pixels", 422, "a.png", Samples.hugePng(30_000, 30_000));
        assertRefused("documents.bad-name", 422, "../../etc/x", Samples.pdf());
        assertRefused("documents.too-large", 413, "a.txt", new byte[TestSettings.MAX_SIZE + 1]);
        assertRefused("documents.empty", 422, "a.txt", new byte[0]);
        assertEquals(0, house.contents());
        assertEquals(List.of(), house.files.ofRequest(house.filer, request));
        assertEquals(List.of(), house.audit.actions());
    }

    @Test
    void theSameUploadAgainChangesNothing() {
        NewFile file = new NewFile(Uuid7.next(), "a.pdf", "Анализы", house.requestId);
        Document first = house.upload(house.filer, file, Samples.pdf());
        assertEquals(first, house.upload(house.filer, file, Samples.pdf()));
        assertEquals(1, house.files.ofRequest(house.filer, house.requestId).size());
        assertEquals(List.of("documents.uploaded"), house.audit.actions());
        assertEquals(1, house.contents());
    }

    @Test
    void anIdBelongsToItsUploadAlone() {
        NewFile file = new NewFile(Uuid7.next(), "a.pdf", "", house.requestId);
        house.upload(house.filer, file, Samples.pdf());
        assertCode("documents.id-taken", () -> house.upload(house.consultant, file, Samples.pdf()));
        assertCode("documents.id-taken", () -> house.upload(house.filer, file, Samples.png()));
        assertEquals(1, house.contents());
    }

    @Test
    void onlyThoseConcernedUploadToARequestAndOnlyWhileItIsOpen() {
        assertCode("requests.not-found", () -> house.upload(house.stranger, "a.pdf", house.requestId, Samples.pdf()));
        assertCode(
                "requests.not-found", () -> house.upload(house.otherPatient, "a.pdf", house.requestId, Samples.pdf()));
        assertCode("requests.not-found", () -> house.upload(house.filer, "a.pdf", UUID.randomUUID(), Samples.pdf()));
        house.links.consented.clear();
        assertCode(
                "documents.consent-needed", () -> house.upload(house.patient, "a.pdf", house.requestId, Samples.pdf()));
        house.links.consented.add(house.requestId);
        house.requests.close(house.requestId);
        assertCode("requests.closed", () -> house.upload(house.patient, "a.pdf", house.requestId, Samples.pdf()));
        assertCode("requests.closed", () -> house.upload(house.filer, "a.pdf", house.requestId, Samples.pdf()));
        assertCode("documents.not-allowed", () -> house.upload(Caller.system("x"), "a.pdf", null, Samples.pdf()));
        assertEquals(0, house.contents());
    }

    @Test
    void withoutItsNeighboursADomainSaysSoAndPrivateFilesGoOn() {
        house.rights.requests = null;
        assertCode("platform.domain-away", () -> house.upload(house.filer, "a.pdf", house.requestId, Samples.pdf()));
        house.rights.links = null;
        assertCode("platform.domain-away", () -> house.upload(house.patient, "a.pdf", house.requestId, Samples.pdf()));
        assertEquals(0, house.contents());
        Document own = house.upload(house.filer, "a.pdf", null, Samples.pdf());
        assertEquals(own, house.documents.get(house.filer, own.id()));
    }

    @Test
    void quotasHoldForOwnersAndRequests() {
        for (int i = 0; i < 3; i++) {
            house.upload(house.filer, i + ".txt", house.requestId, text(1 << 20, i));
        }
        assertCode("documents.quota", () -> house.upload(house.filer, "4.txt", null, text(1, 1)));
        house.upload(house.consultant, "5.txt", house.requestId, text(1 << 20, 5));
        house.upload(house.consultant, "6.txt", house.requestId, text(1 << 20, 6));
        assertCode("documents.quota", () -> house.upload(house.consultant, "7.txt", house.requestId, text(1, 7)));
        house.upload(house.consultant, "8.txt", null, text(1, 8));

        house.files.delete(
                house.filer,
                house.files.own(house.filer, null, null, null, 1).items().get(0).id());
        house.upload(house.filer, "9.txt", house.requestId, text(1 << 20, 9));
    }

    @Test
    void aQuotaHoldsUnderParallelUploads() throws Exception {
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            attempts.add(() -> code(() -> house.upload(house.filer, "a.txt", null, text(1 << 20, number))));
        }
        List<String> answers = inParallel(attempts);
        assertEquals(3, answers.stream().filter("stored"::equals).count(), answers.toString());
        assertEquals(5, answers.stream().filter("documents.quota"::equals).count(), answers.toString());
        assertEquals(3, house.contents());
    }

    @Test
    void parallelUploadsOfOneContentShareIt() throws Exception {
        List<Callable<String>> attempts = new ArrayList<>();
        NewFile twice = new NewFile(Uuid7.next(), "twice.pdf", "", null);
        for (int i = 0; i < 4; i++) {
            attempts.add(() -> code(() -> house.upload(house.filer, "a.pdf", null, Samples.pdf())));
            attempts.add(() -> code(() -> house.upload(house.filer, twice, Samples.pdf())));
        }
        assertEquals(List.of("stored"), inParallel(attempts).stream().distinct().toList());
        assertEquals(
                5, house.files.own(house.filer, null, null, null, null).items().size());
        assertEquals(1, house.contents());
    }

    @Test
    void uploadsAndDeletionsOfOneContentDoNotHurtEachOther() throws Exception {
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            attempts.add(() -> {
                for (int round = 0; round < 10; round++) {
                    Document document = house.upload(house.consultant, "a.pdf", null, Samples.pdf());
                    try (var channel = house.files
                            .open(house.consultant, document.id(), null)
                            .channel()
                            .get()) {
                        assertTrue(channel.size() > 0);
                    }
                    house.files.delete(house.consultant, document.id());
                }
                return "done";
            });
        }
        assertEquals(List.of("done"), inParallel(attempts).stream().distinct().toList());
        house.orphans.sweep();
        assertEquals(0, house.contents());
    }

    @Test
    void aBodyThatBreaksOffLeavesNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        NewFile file = new NewFile(Uuid7.next(), "a.pdf", "", null);
        assertCode("documents.upload-broken", () -> house.uploads.upload(house.filer, () -> file, broken));
        assertEquals(0, house.contents());
        assertFalse(house.repository.find(file.id()).isPresent());
    }

    private void assertRefused(String code, int status, String name, byte[] content) {
        ConsiliumException refusal = assertThrows(
                ConsiliumException.class, () -> house.upload(house.patient, name, house.requestId, content), name);
        assertEquals(code, refusal.code(), name);
        assertEquals(status, refusal.status().http(), name);
    }

    private static void assertCode(String code, Runnable act) {
        assertEquals(code, assertThrows(ConsiliumException.class, act::run).code());
    }

    private static String code(Callable<?> act) throws Exception {
        try {
            act.call();
            return "stored";
        } catch (ConsiliumException e) {
            return e.code();
        }
    }

    private static byte[] text(int length, int seed) {
        byte[] text = new byte[length];
        java.util.Arrays.fill(text, (byte) ('a' + seed));
        return text;
    }

    private static <T> List<T> inParallel(List<Callable<T>> acts) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
