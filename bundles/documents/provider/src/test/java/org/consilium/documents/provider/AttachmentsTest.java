package org.consilium.documents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.consilium.documents.api.Document;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class AttachmentsTest {
    private static final byte[] CONTENT = "Результаты анализа".getBytes(StandardCharsets.UTF_8);

    private final Engine engine;

    @TempDir
    Path folder;

    private DocumentsFixture house;

    AttachmentsTest(Engine engine) {
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
    void aPrivateFileBecomesTheRequestsAndItsConsultantSeesIt() {
        Document file = upload(house.filer, null);
        attach(house.filer, file);
        assertEquals(List.of(file.id()), ofRequest(house.consultant, house.requestId));
        assertEquals(
                house.requestId,
                house.documents.get(house.consultant, file.id()).requestId());
        assertEquals(
                1, house.files.own(house.filer, "", null, null, null).items().size());
        attach(house.filer, file);
        assertEquals(1, ofRequest(house.consultant, house.requestId).size());
    }

    @Test
    void aFileOfAnotherRequestIsCopied() {
        UUID earlier = house.requests.add(house.filer.id(), house.stranger.id());
        Document file = upload(house.filer, earlier);
        attach(house.filer, file);
        assertEquals(List.of(file.id()), ofRequest(house.stranger, earlier));
        List<UUID> copies = ofRequest(house.consultant, house.requestId);
        assertEquals(1, copies.size());
        Document copy = house.documents.get(house.consultant, copies.get(0));
        assertEquals(file.name(), copy.name());
        assertEquals(file.size(), copy.size());
        assertEquals(404, refused(() -> house.documents.get(house.consultant, file.id())));
    }

    @Test
    void onlyOwnFilesAndOnlyByAParticipant() {
        Document file = upload(house.filer, house.requestId);
        UUID other = house.requests.add(house.consultant.id(), house.consultant.id());
        assertEquals(404, refused(() -> house.documents.attach(house.consultant, other, List.of(file.id()))));
        Document own = upload(house.filer, null);
        assertEquals(404, refused(() -> house.documents.attach(house.filer, other, List.of(own.id()))));
        assertEquals(404, refused(() -> attach(house.filer, own.id(), Uuid7.next())));
        assertEquals(null, house.documents.get(house.filer, own.id()).requestId());
    }

    @Test
    void aRequestThatIsFullTakesNoMore() {
        Document file = upload(house.filer, null);
        house.repository.charge(house.requestId, 5L << 20, Long.MAX_VALUE);
        ConsiliumException full = assertThrows(ConsiliumException.class, () -> attach(house.filer, file));
        assertEquals("documents.quota", full.code());
    }

    @Test
    void onlyPrivateFilesOfOnesOwnAreReleased() {
        Document mine = upload(house.filer, null);
        Document posted = upload(house.filer, house.requestId);
        Document foreign = upload(house.stranger, null);
        house.documents.release(house.filer, List.of(mine.id(), posted.id(), foreign.id(), Uuid7.next()));
        assertEquals(404, refused(() -> house.documents.get(house.filer, mine.id())));
        assertEquals(posted.id(), house.documents.get(house.filer, posted.id()).id());
        assertEquals(
                foreign.id(), house.documents.get(house.stranger, foreign.id()).id());
    }

    private Document upload(Caller caller, UUID requestId) {
        return house.upload(caller, new NewFile(Uuid7.next(), "анализ.txt", "", requestId), CONTENT);
    }

    private void attach(Caller caller, Document file) {
        attach(caller, file.id());
    }

    private void attach(Caller caller, UUID... files) {
        house.documents.attach(caller, house.requestId, List.of(files));
    }

    private List<UUID> ofRequest(Caller caller, UUID requestId) {
        return house.files.ofRequest(caller, requestId).stream()
                .map(RequestFile::id)
                .toList();
    }

    private static int refused(Executable act) {
        return assertThrows(ConsiliumException.class, act).status().http();
    }
}
