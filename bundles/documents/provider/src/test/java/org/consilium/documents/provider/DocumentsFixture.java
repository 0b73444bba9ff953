package org.consilium.documents.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.documents.api.Document;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.RecordingAudit;
import org.consilium.platform.testing.RecordingLive;
import org.consilium.platform.testing.TestDatabase;

/** The domain on a fresh database and in a fresh folder, with a request of two doctors. */
final class DocumentsFixture implements AutoCloseable {
    final TestDatabase db;
    final Path folder;
    final FakeRequests requests = new FakeRequests();
    final FakeLinks links = new FakeLinks();
    final RecordingAudit audit = new RecordingAudit();
    final RecordingLive live = new RecordingLive();
    final DocumentRepository repository;
    final DocumentRights rights = new DocumentRights();
    final ContentStore store;
    final OrphanSweep orphans;
    final UploadService uploads;
    final FileService files;
    final DocumentServiceImpl documents;

    final Caller filer = doctor();
    final Caller consultant = doctor();
    final Caller stranger = doctor();
    final UUID requestId = requests.add(filer.id(), consultant.id());
    final Caller patient = Caller.patient(Uuid7.next(), requestId);
    final Caller otherPatient = Caller.patient(Uuid7.next(), requests.add(stranger.id(), stranger.id()));

    DocumentsFixture(Engine engine, Path folder) {
        this(engine, folder, 3, 5);
    }

    DocumentsFixture(Engine engine, Path folder, int ownerQuotaMib, int requestQuotaMib) {
        this.folder = folder;
        db = TestDatabase.on(engine);
        repository = new DocumentRepository(db.unit("documents"), TestDatabase.READY);
        DocumentSettings settings = TestSettings.of(folder, ownerQuotaMib, requestQuotaMib);
        store = new ContentStore(settings);
        // an hour ahead, so that what is new counts as old enough to be swept
        orphans = new OrphanSweep(repository, store, Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));
        rights.requests = requests;
        rights.links = links;
        links.consented.add(requestId);
        links.consented.add(otherPatient.requestId());
        DocumentHints hints = new DocumentHints(live);
        uploads = new UploadService(repository, rights, store, audit, hints, settings, new Clamd(settings));
        files = new FileService(repository, rights, store, orphans, audit, hints);
        files.staff = new FakeStaff();
        documents = new DocumentServiceImpl(
                repository, rights, store, uploads, new Attachments(repository, rights, audit, hints, settings));
    }

    static Caller doctor() {
        return Caller.staff(UUID.randomUUID(), UUID.randomUUID(), Set.of(Caller.DOCTOR), "Щербаков П. И.");
    }

    Document upload(Caller caller, NewFile file, byte[] content) {
        return uploads.upload(caller, () -> file, new ByteArrayInputStream(content));
    }

    Document upload(Caller caller, String name, UUID request, byte[] content) {
        return upload(caller, new NewFile(Uuid7.next(), name, "", request), content);
    }

    /** How many files lie in the folder, incoming ones included. */
    long contents() {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        orphans.stop();
        db.close();
    }
}
