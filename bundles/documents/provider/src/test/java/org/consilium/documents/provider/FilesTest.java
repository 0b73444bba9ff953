package org.consilium.documents.provider;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.consilium.documents.api.Document;
import org.consilium.documents.api.NewStoredFile;
import org.consilium.documents.provider.format.Samples;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Page;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class FilesTest {
    private final Engine engine;

    @TempDir
    Path folder;

    private DocumentsFixture house;

    FilesTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        house = new DocumentsFixture(engine, folder, 100, 100);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Proves({"S032", "S177"})
    void theListShowsOwnUploadsNewestFirst() {
        house.upload(house.consultant, "Чужой.pdf", house.requestId, Samples.pdf());
        house.upload(house.patient, "Фото.png", house.requestId, Samples.png());
        List<String> uploaded = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            uploaded.add(
                    0,
                    house.upload(house.filer, i + ".pdf", i == 0 ? house.requestId : null, Samples.pdf())
                            .name());
        }
        List<OwnFile> listed = new ArrayList<>();
        String cursor = null;
        do {
            Page<OwnFile> page = house.files.own(house.filer, null, null, cursor, 2);
            assertTrue(page.items().size() <= 2);
            listed.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertEquals(uploaded, listed.stream().map(OwnFile::name).toList());
        assertEquals("№ 2026-000001 · Иванова А. П. · Терапия", listed.get(4).requestName());
        assertNull(listed.get(0).requestName());
        assertEquals(house.requestId, listed.get(4).requestId());
        assertThrows(ConsiliumException.class, () -> house.files.own(house.patient, null, null, null, null));
    }

    @Test
    @Proves("S032")
    void filesAreFoundByTheBeginningsOfTheirWords() {
        file("Выписка из стационара.pdf", "Ёлкина");
        file("выписка.pdf", "");
        file("МРТ 2026-05.pdf", "Снимки");
        assertEquals(List.of("выписка.pdf", "Выписка из стационара.pdf"), found("ВЫПИ", null));
        assertEquals(List.of("Выписка из стационара.pdf"), found("выпи елк", null));
        assertEquals(List.of("МРТ 2026-05.pdf"), found("мрт 2026", null));
        assertEquals(List.of("МРТ 2026-05.pdf"), found(null, "Снимки"));
        assertEquals(List.of(), found("выписка", "Снимки"));
        assertEquals(List.of(), found("нет", null));
        assertEquals(
                List.of(new Folder("Ёлкина", 1), new Folder("Снимки", 1)), sorted(house.files.folders(house.filer)));
        assertEquals(List.of(), house.files.folders(house.stranger));
    }

    @Test
    void aChangedNameIsFoundAnew() {
        UUID id = file("старое.pdf", "a").id();
        Document changed = house.files.change(house.filer, id, new FileChange("новое", "Папка"));
        assertEquals("новое.pdf", changed.name());
        assertEquals("Папка", changed.folder());
        assertEquals(List.of("новое.pdf"), found("новое папка", null));
        assertEquals(List.of(), found("старое", null));
        assertEquals(changed, house.documents.get(house.filer, id));
        assertCode("documents.bad-name", () -> house.files.change(house.filer, id, new FileChange("../x", "")));
        assertCode("documents.bad-name", () -> house.files.change(house.filer, id, null));
        assertCode("documents.not-found", () -> house.files.change(house.stranger, id, new FileChange("x", "")));
        assertCode(
                "documents.not-found",
                () -> house.files.change(house.filer, UUID.randomUUID(), new FileChange("x", "")));
    }

    @Test
    void badCursorsAreRefused() {
        for (String cursor : List.of("x", "!!", "MjAyNg", "YSBi", "\u0000")) {
            assertCode("platform.bad-cursor", () -> house.files.own(house.filer, null, null, cursor, null));
        }
    }

    @Test
    void theRequestsFilesAreForThoseConcerned() {
        house.upload(house.filer, new NewFile(Uuid7.next(), "a.pdf", "Моё", house.requestId), Samples.pdf());
        house.upload(house.patient, "b.png", house.requestId, Samples.png());
        house.upload(house.filer, "private.pdf", null, Samples.pdf());

        List<RequestFile> files = house.files.ofRequest(house.consultant, house.requestId);
        assertEquals(
                List.of("a.pdf", "b.png"), files.stream().map(RequestFile::name).toList());
        assertEquals("Щербаков П. И.", files.get(0).ownerName());
        assertEquals("", files.get(0).folder());
        assertNull(files.get(1).ownerName());
        assertTrue(files.get(1).fromPatient());
        assertEquals(2, house.files.ofRequest(house.patient, house.requestId).size());
        assertEquals(
                "Моё",
                house.files.ofRequest(house.filer, house.requestId).get(0).folder());
        house.files.staff = null;
        assertNull(house.files.ofRequest(house.filer, house.requestId).get(0).ownerName());

        assertCode("requests.not-found", () -> house.files.ofRequest(house.stranger, house.requestId));
        assertCode("documents.not-found", () -> house.files.ofRequest(house.otherPatient, house.requestId));
        house.links.consented.clear();
        assertCode("documents.consent-needed", () -> house.files.ofRequest(house.patient, house.requestId));
    }

    @Test
    void othersDoNotSeeThatADocumentExists() {
        Document shared = house.upload(house.filer, "a.pdf", house.requestId, Samples.pdf());
        Document own = house.upload(house.filer, "b.pdf", null, Samples.pdf());
        List<UUID> both = List.of(shared.id(), own.id(), UUID.randomUUID());

        assertEquals(Map.of(shared.id(), shared, own.id(), own), house.documents.getAll(house.filer, both));
        assertEquals(Map.of(shared.id(), shared), house.documents.getAll(house.consultant, both));
        assertEquals(Map.of(shared.id(), shared), house.documents.getAll(house.patient, both));
        assertEquals(Map.of(), house.documents.getAll(house.stranger, both));
        assertEquals(Map.of(), house.documents.getAll(house.otherPatient, both));
        assertEquals(2, house.documents.getAll(Caller.system("chat"), both).size());
        for (Caller caller : List.of(house.stranger, house.otherPatient)) {
            assertCode("documents.not-found", () -> house.documents.get(caller, shared.id()));
            assertCode("documents.not-found", () -> house.files.open(caller, shared.id(), null));
            assertCode("documents.not-found", () -> house.documents.markPosted(caller, shared.id()));
            assertCode("documents.not-found", () -> house.files.delete(caller, shared.id()));
        }
        assertCode("documents.not-found", () -> house.documents.get(house.consultant, own.id()));
        assertCode("documents.not-owner", () -> house.files.delete(house.consultant, shared.id()));
        assertCode(
                "documents.not-owner",
                () -> house.files.change(house.consultant, shared.id(), new FileChange("x", "")));
        house.links.consented.clear();
        assertCode("documents.consent-needed", () -> house.documents.get(house.patient, shared.id()));
        assertEquals(
                2, house.files.own(house.filer, null, null, null, null).items().size());
    }

    @Test
    void whatOthersWereShownStays() {
        Document posted = house.upload(house.filer, "a.pdf", house.requestId, Samples.pdf());
        Document mistake = house.upload(house.filer, "b.pdf", house.requestId, Samples.pdf());
        assertEquals(posted, house.documents.markPosted(house.filer, posted.id()));
        house.documents.markPosted(house.filer, posted.id());
        assertEquals(Set.of(mistake.id()), deletable());
        assertCode("documents.in-use", () -> house.files.delete(house.filer, posted.id()));
        house.files.delete(house.filer, mistake.id());
        assertCode("documents.not-found", () -> house.files.delete(house.filer, mistake.id()));

        Document late = house.upload(house.filer, "c.pdf", house.requestId, Samples.pdf());
        house.requests.close(house.requestId);
        assertCode("documents.in-use", () -> house.files.delete(house.filer, late.id()));
        assertEquals(Set.of(), deletable());
        house.rights.requests = null;
        assertCode("platform.domain-away", () -> house.files.delete(house.filer, late.id()));
    }

    @Test
    void aContentGoesWithItsLastFile() {
        Document first = file("a.pdf", "");
        Document second = house.upload(house.consultant, "b.pdf", null, Samples.pdf());
        house.files.delete(house.filer, first.id());
        assertEquals(1, house.contents());
        assertEquals(second, house.documents.get(house.consultant, second.id()));
        house.files.delete(house.consultant, second.id());
        assertEquals(0, house.contents());
        assertEquals(List.of(), found("a", null));
    }

    @Test
    void theSweepRemovesWhatACrashLeftAndNothingElse() throws IOException {
        Document kept = file("kept.pdf", "");
        // as after a crash between moving the file and the commit
        Received received = house.store.receive(new ByteArrayInputStream(Samples.png()));
        house.store.keep(received);
        // as after a crash between the deletion of the row and that of the content
        house.repository.inTransaction(() -> {
            house.repository.lockContent("0".repeat(64));
            return null;
        });
        // as after a crash within an upload
        house.store.receive(new ByteArrayInputStream(new byte[10]));
        Files.writeString(folder.resolve("content").resolve("readme"), "not ours");
        Files.delete(folder.resolve("content").resolve("readme"));

        assertEquals(3, house.contents());
        house.orphans.sweep();
        assertEquals(1, house.contents());
        assertEquals(List.of(), house.repository.unusedContents(10));
        try (var channel =
                house.files.open(house.filer, kept.id(), null).channel().get()) {
            assertEquals(kept.size(), channel.size());
        }
    }

    @Test
    void aBrowserCanNeitherGuessNorRunNorKeepAFile() throws IOException {
        Document document = file("Выписка \"1\".pdf", "");
        DocumentsResource resource = new DocumentsResource(house.files, house.uploads);
        try (Response response = resource.content(house.filer, document.id(), false, null)) {
            assertEquals(200, response.getStatus());
            assertEquals("application/pdf", response.getMediaType().toString());
            assertEquals(
                    "attachment; filename=\"_______ _1_.pdf\";"
                            + " filename*=UTF-8''%D0%92%D1%8B%D0%BF%D0%B8%D1%81%D0%BA%D0%B0%20%221%22.pdf",
                    response.getHeaderString("Content-Disposition"));
            assertEquals("nosniff", response.getHeaderString("X-Content-Type-Options"));
            assertEquals("default-src 'none'; sandbox", response.getHeaderString("Content-Security-Policy"));
            assertEquals("private, no-store", response.getHeaderString("Cache-Control"));
            assertArrayEquals(Samples.pdf(), bytes(response));
        }
        try (Response shown = resource.content(house.filer, document.id(), true, null)) {
            assertTrue(shown.getHeaderString("Content-Disposition").startsWith("inline; "));
            bytes(shown);
        }
        UUID text = house.upload(house.filer, "a.txt", null, "hello".getBytes(StandardCharsets.UTF_8))
                .id();
        try (Response downloaded = resource.content(house.filer, text, true, null)) {
            assertTrue(downloaded.getHeaderString("Content-Disposition").startsWith("attachment; "));
            bytes(downloaded);
        }
    }

    @Test
    void aReaderMayAskForAPart() throws IOException {
        UUID id = house.upload(house.filer, "a.txt", null, "0123456789".getBytes(StandardCharsets.UTF_8))
                .id();
        DocumentsResource resource = new DocumentsResource(house.files, house.uploads);
        house.audit.entries.clear();
        try (Response part = resource.content(house.filer, id, false, "bytes=2-4")) {
            assertEquals(206, part.getStatus());
            assertEquals("bytes 2-4/10", part.getHeaderString("Content-Range"));
            assertEquals("3", part.getHeaderString("Content-Length"));
            assertEquals("234", new String(bytes(part), StandardCharsets.UTF_8));
        }
        assertEquals(List.of(), house.audit.actions());
        try (Response beyond = resource.content(house.filer, id, false, "bytes=10-")) {
            assertEquals(416, beyond.getStatus());
            assertEquals("bytes */10", beyond.getHeaderString("Content-Range"));
        }
        try (Response start = resource.content(house.filer, id, false, "bytes=0-0")) {
            assertEquals("0", new String(bytes(start), StandardCharsets.UTF_8));
        }
        assertEquals(List.of("documents.downloaded"), house.audit.actions());
    }

    private Document file(String name, String inFolder) {
        return house.upload(house.filer, new NewFile(Uuid7.next(), name, inFolder, null), Samples.pdf());
    }

    private List<String> found(String query, String inFolder) {
        return house.files.own(house.filer, query, inFolder, null, null).items().stream()
                .map(OwnFile::name)
                .toList();
    }

    private Set<UUID> deletable() {
        return Set.copyOf(house.files.own(house.filer, null, null, null, null).items().stream()
                .filter(OwnFile::deletable)
                .map(OwnFile::id)
                .toList());
    }

    private static List<Folder> sorted(List<Folder> folders) {
        return folders.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    private static byte[] bytes(Response response) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((StreamingOutput) response.getEntity()).write(out);
        return out.toByteArray();
    }

    private static void assertCode(String code, Runnable act) {
        assertEquals(code, assertThrows(ConsiliumException.class, act::run).code());
    }

    @Test
    void whatTheServerMadeIsKeptForTheParticipantsAndNobodyChangesIt() throws IOException {
        NewStoredFile file = stored(Uuid7.next(), "заключение".getBytes(StandardCharsets.UTF_8));
        Document kept = house.documents.store(house.consultant, file);
        assertEquals(kept, house.documents.store(house.consultant, file), "the same again is the same");
        assertEquals(house.consultant.id(), kept.ownerId());
        for (Caller reader : List.of(house.filer, house.patient, Caller.system("signing"))) {
            assertArrayEquals(
                    file.content(), house.documents.read(reader, kept.id()).readAllBytes());
        }
        assertCode("documents.not-found", () -> house.documents.read(house.stranger, kept.id()));
        assertCode("documents.not-found", () -> house.documents.read(house.otherPatient, kept.id()));
        assertCode("documents.in-use", () -> house.files.delete(house.consultant, kept.id()));
        assertCode(
                "documents.in-use", () -> house.files.change(house.consultant, kept.id(), new FileChange("x.pdf", "")));
        assertTrue(house.files.own(house.consultant, null, null, null, null).items().stream()
                .noneMatch(OwnFile::deletable));
        assertCode("documents.not-found", () -> house.documents.discard(house.filer, kept.id()));
        assertCode(
                "documents.id-taken", () -> house.documents.store(house.consultant, stored(kept.id(), new byte[] {1})));
        assertCode(
                "requests.not-found",
                () -> house.documents.store(house.stranger, stored(Uuid7.next(), new byte[] {2})));
    }

    @Test
    void whatTheServerMadeIsGoneWithTheTransactionThatFails() {
        NewStoredFile file = stored(Uuid7.next(), new byte[] {1, 2, 3});
        assertThrows(
                IllegalStateException.class,
                () -> house.repository.inTransaction(() -> {
                    house.documents.store(house.consultant, file);
                    throw new IllegalStateException("the caller fails");
                }));
        assertCode("documents.not-found", () -> house.documents.get(house.consultant, file.id()));
    }

    @Test
    void whatCameToNothingIsTakenBack() {
        Document kept = house.documents.store(house.consultant, stored(Uuid7.next(), new byte[] {4, 5}));
        house.documents.discard(house.consultant, kept.id());
        house.documents.discard(house.consultant, kept.id());
        assertCode("documents.not-found", () -> house.documents.get(house.consultant, kept.id()));
        assertEquals(List.of(), house.files.ofRequest(house.consultant, house.requestId));
    }

    private NewStoredFile stored(UUID id, byte[] content) {
        return new NewStoredFile(
                id, house.requestId, null, "Заключение.pdf", "application/pdf", "Заключения", content, true);
    }
}
