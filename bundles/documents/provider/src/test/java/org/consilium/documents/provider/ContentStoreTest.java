package org.consilium.documents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.kernel.ConsiliumException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);
    private static final String HASH_OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path folder;

    private ContentStore store;

    @BeforeEach
    void open() {
        store = new ContentStore(TestSettings.of(folder, 1, 1));
    }

    @Test
    void keepsAContentUnderItsHashAndOnlyOnce() throws IOException {
        Received first = store.receive(new ByteArrayInputStream(HELLO));
        assertEquals(HASH_OF_HELLO, first.hash());
        assertEquals(5, first.size());
        store.keep(first);
        store.discard(first);
        Received second = store.receive(new ByteArrayInputStream(HELLO));
        store.keep(second);
        store.discard(second);

        assertEquals(List.of("content/2c/" + HASH_OF_HELLO), files());
        try (var channel = store.open(HASH_OF_HELLO)) {
            assertEquals(5, channel.size());
        }
        store.delete(HASH_OF_HELLO);
        assertEquals(List.of(), files());
    }

    @Test
    void anUploadIsCutAtTheLimitAndLeavesNothingBehind() throws IOException {
        // a gigabyte that nobody holds: it is neither kept in memory nor written to disk
        EndlessBody body = new EndlessBody(1L << 30);
        ConsiliumException refusal = assertThrows(ConsiliumException.class, () -> store.receive(body));
        assertEquals("documents.too-large", refusal.code());
        assertEquals(413, refusal.status().http());
        assertTrue(body.largestFile <= TestSettings.MAX_SIZE, "written: " + body.largestFile);
        assertTrue(body.sent < 300L << 20, "the rest is not read for ever: " + body.sent);
        assertEquals(List.of(), files());
    }

    @Test
    void takesExactlyTheLimit() {
        assertEquals(
                TestSettings.MAX_SIZE,
                store.receive(new EndlessBody(TestSettings.MAX_SIZE)).size());
        assertThrows(ConsiliumException.class, () -> store.receive(new EndlessBody(TestSettings.MAX_SIZE + 1L)));
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingBehind() throws IOException {
        InputStream broken = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent++ > 1000) {
                    throw new IOException("connection reset");
                }
                return 'a';
            }
        };
        ConsiliumException failure = assertThrows(ConsiliumException.class, () -> store.receive(broken));
        assertEquals("documents.upload-broken", failure.code());
        assertEquals(List.of(), files());
    }

    @Test
    void removesOnlyOldLeftOvers() throws IOException {
        Path old = Files.write(folder.resolve("incoming/old.part"), HELLO);
        Path young = Files.write(folder.resolve("incoming/young.part"), HELLO);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        store.deleteIncoming(Instant.now().minus(Duration.ofHours(1)));
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
    }

    @Test
    void aNameFromOutsideIsNeverAPath() {
        assertThrows(IllegalArgumentException.class, () -> store.open("../../etc/passwd"));
        assertThrows(IllegalArgumentException.class, () -> store.delete("../incoming"));
    }

    private List<String> files() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .forEach(
                            path -> found.add(folder.relativize(path).toString().replace('\\', '/')));
        }
        return found;
    }

    /** So many bytes, none of which exists before it is asked for. */
    private final class EndlessBody extends InputStream {
        private final long length;
        private long sent;
        private long largestFile;

        EndlessBody(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] buffer, int offset, int size) throws IOException {
            if (sent == length) {
                return -1;
            }
            try (Stream<Path> incoming = Files.list(folder.resolve("incoming"))) {
                for (Path file : (Iterable<Path>) incoming::iterator) {
                    largestFile = Math.max(largestFile, Files.size(file));
                }
            }
            int read = (int) Math.min(size, length - sent);
            sent += read;
            return read;
        }
    }
}
