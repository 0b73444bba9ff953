package org.consilium.ui;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hashed files of earlier builds in {@code var/ui}, served for a day after they were last part of the installed one. */
final class PreviousAssets {
    private static final Logger LOG = LoggerFactory.getLogger(PreviousAssets.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Pattern NAME = Pattern.compile("[\\w.-]+");
    private static final String PREFIX = "/assets/";

    private final Path folder;

    private PreviousAssets(Path folder) {
        this.folder = folder;
    }

    static PreviousAssets in(String karafBase) {
        return new PreviousAssets(Path.of(karafBase == null ? "." : karafBase, "var", "ui"));
    }

    Asset find(String path) {
        String name = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        if (!NAME.matcher(name).matches()) {
            return null;
        }
        try {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) ? Asset.of(path, Files.readAllBytes(file)) : null;
        } catch (IOException e) {
            LOG.warn("A kept file of the interface cannot be read: {}", name);
            return null;
        }
    }

    void keep(String name, Supplier<byte[]> content) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            } else {
                Files.write(file, content.get());
            }
        } catch (IOException e) {
            LOG.warn("A file of the interface cannot be kept for open tabs: {}", name);
        }
    }

    void dropOld() {
        Instant oldest = Instant.now().minus(KEPT);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("Old files of the interface cannot be removed from {}", folder);
        }
    }
}
