package org.consilium.documents.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.consilium.kernel.ConsiliumException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of contents: {@code content/<first two digits>/<SHA-256>}, and beside it {@code incoming/} on the same
 * file system, from which a finished file is moved in one step. Names come from hashes, never from people. Knows
 * nothing of rows.
 */
@Component(service = ContentStore.class)
public class ContentStore {
    private static final Logger LOG = LoggerFactory.getLogger(ContentStore.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 1 << 16;
    /** How much of a body that is too large is read and thrown away, so that its sender can hear the answer. */
    private static final long DISCARDED = 256L << 20;

    private final Path incoming;
    private final Path content;
    private final DocumentSettings settings;

    @Activate
    public ContentStore(@Reference DocumentSettings settings) {
        this.settings = settings;
        try {
            incoming = Files.createDirectories(settings.folder().resolve("incoming"));
            content = Files.createDirectories(settings.folder().resolve("content"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a body to the incoming folder with a buffer's worth of memory. Nothing is left behind when it breaks off
     * or is too large.
     *
     * @throws ConsiliumException 413 {@code documents.too-large}, 400 {@code documents.upload-broken}
     */
    Received receive(InputStream body) {
        Path path = newIncoming();
        try {
            MessageDigest sha256 = sha256();
            long size = copy(new DigestInputStream(body, sha256), path);
            return new Received(path, HexFormat.of().formatHex(sha256.digest()), size);
        } catch (RuntimeException e) {
            remove(path);
            throw e;
        }
    }

    /**
     * Makes a received body a content that survives a crash: forced to disk first, then moved in one step. Nothing
     * happens when that content is there already.
     */
    void keep(Received received) {
        Path target = path(received.hash());
        try {
            if (Files.exists(target)) {
                return;
            }
            Files.createDirectories(target.getParent());
            try (FileChannel written = FileChannel.open(received.path(), StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(received.path(), target, StandardCopyOption.ATOMIC_MOVE);
            force(target.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what is left of a received body. */
    void discard(Received received) {
        remove(received.path());
    }

    /** Opens a content for reading. */
    FileChannel open(String hash) {
        try {
            return FileChannel.open(path(hash), StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String hash) {
        remove(path(hash));
    }

    /** Removes uploads that broke off with the process, last written before the given time. */
    void deleteIncoming(Instant before) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn(
                    "The incoming folder could not be cleaned: {}", e.getClass().getSimpleName());
        }
    }

    /** Passes on the hashes of all contents last written before the given time, folder by folder. */
    void contents(Instant before, Consumer<List<String>> some) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(content)) {
            for (Path folder : folders) {
                some.accept(contentsOf(folder, before));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> contentsOf(Path folder, Instant before) throws IOException {
        List<String> hashes = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String hash = file.getFileName().toString();
                if (HASH.matcher(hash).matches()
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    hashes.add(hash);
                }
            }
        }
        return hashes;
    }

    private Path newIncoming() {
        try {
            return Files.createTempFile(incoming, "upload-", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long copy(InputStream body, Path path) {
        byte[] buffer = new byte[BUFFER];
        long maxSize = settings.maxSize();
        long size = 0;
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE)) {
            for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
                size += read;
                if (size > maxSize) {
                    out.truncate(0);
                    throw tooLarge(body, buffer, maxSize);
                }
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConsiliumException tooLarge(InputStream body, byte[] buffer, long maxSize) {
        long discarded = 0;
        for (int read = 0; read >= 0 && discarded < DISCARDED; read = read(body, buffer)) {
            discarded += read;
        }
        return new ConsiliumException(
                ConsiliumException.Status.TOO_LARGE,
                "documents.too-large",
                "larger than " + maxSize + " bytes",
                Map.of("maxBytes", maxSize),
                null);
    }

    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new ConsiliumException(
                    ConsiliumException.Status.BAD_REQUEST,
                    "documents.upload-broken",
                    "the upload broke off",
                    Map.of(),
                    e);
        }
    }

    private Path path(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return content.resolve(hash.substring(0, 2)).resolve(hash);
    }

    /**
     * The entry of a moved file is safe once its folder is forced; where a folder cannot be opened (Windows) the
     * system sees to it.
     */
    private static void force(Path folder) {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        } catch (IOException e) {
            LOG.debug("A folder could not be forced to disk: {}", e.getClass().getSimpleName());
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn(
                    "A file could not be removed, the sweep tries again: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
