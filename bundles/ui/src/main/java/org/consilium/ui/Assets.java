package org.consilium.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.osgi.framework.Bundle;

/** The files of this build, kept in memory once they were asked for, then those of earlier builds. */
final class Assets {
    private static final String ROOT = "static";

    private final Bundle bundle;
    private final PreviousAssets previous;
    private final ConcurrentMap<String, Asset> cache = new ConcurrentHashMap<>();

    Assets(Bundle bundle, PreviousAssets previous) {
        this.bundle = bundle;
        this.previous = previous;
    }

    /** @return {@code null} when there is no such file */
    Asset find(String path) {
        if (path.contains("..")) {
            return null;
        }
        Asset cached = cache.get(path);
        if (cached != null) {
            return cached;
        }
        URL entry = bundle.getEntry(ROOT + path);
        if (entry != null && !entry.getPath().endsWith("/")) {
            return cache.computeIfAbsent(path, p -> Asset.of(p, read(entry)));
        }
        return previous.find(path);
    }

    /** A tab that is open while the interface is updated still asks for the old hashed files. */
    void keepForTheNextBuild() {
        var entries = bundle.findEntries(ROOT + "/assets", "*", false);
        for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
            String name = entry.getPath().substring(entry.getPath().lastIndexOf('/') + 1);
            if (!name.isEmpty()) { // a folder: its path names the version, so a later build has another
                previous.keep(name, () -> read(entry));
            }
        }
        previous.dropOld();
    }

    private static byte[] read(URL entry) {
        try (InputStream in = entry.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
