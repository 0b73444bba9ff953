package org.consilium.requests.provider.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.consilium.routes.api.RouteDescription;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the routes that lie as files in {@code etc/routes/}, and takes them away when they are deleted. The folder is watched; it is also
 * read anew every few seconds, because not every file system tells of its changes. A faulty file is refused, and what it brought
 * before is not offered any more.
 */
@Component(
        service = {},
        immediate = true)
public class RouteFolder {
    private static final Logger LOG = LoggerFactory.getLogger(RouteFolder.class);
    private static final long READ_ANEW_MS = 3000;

    /** What tells a changed file from the one that was read. */
    private record Stamp(long modified, long size) {}

    private final RouteCatalogue catalogue;
    private final RouteFile files = new RouteFile();
    private final Path folder;
    private final Map<Path, Stamp> known = new HashMap<>();
    private final Thread thread = new Thread(this::watch, "consilium-route-folder");
    private volatile boolean closed;

    @Activate
    public RouteFolder(@Reference RouteCatalogue catalogue) {
        this(catalogue, Path.of(System.getProperty("karaf.etc", "etc"), "routes"));
        thread.setDaemon(true);
        thread.start();
    }

    RouteFolder(RouteCatalogue catalogue, Path folder) {
        this.catalogue = catalogue;
        this.folder = folder;
    }

    @Deactivate
    void close() {
        closed = true;
        thread.interrupt();
        known.keySet().forEach(catalogue::remove);
    }

    private void watch() {
        try (WatchService watcher = watcher()) {
            while (!closed) {
                scan();
                if (watcher == null) {
                    TimeUnit.MILLISECONDS.sleep(READ_ANEW_MS);
                    continue;
                }
                WatchKey changed = watcher.poll(READ_ANEW_MS, TimeUnit.MILLISECONDS);
                if (changed != null) {
                    changed.pollEvents();
                    changed.reset();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            LOG.debug("the route folder is not watched any more");
        } catch (IOException e) {
            LOG.warn("the route folder's watcher did not close", e);
        }
    }

    private WatchService watcher() {
        try {
            Files.createDirectories(folder);
            WatchService watcher = folder.getFileSystem().newWatchService();
            folder.register(
                    watcher,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            return watcher;
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("{} cannot be watched and is read every {} s: {}", folder, READ_ANEW_MS / 1000, e.getMessage());
            return null;
        }
    }

    /** Takes up what is new or changed and forgets what is gone. */
    synchronized void scan() {
        Set<Path> there = new HashSet<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(file -> file.toString().endsWith(".json")
                            && !file.getFileName().toString().startsWith(".")
                            && Files.isRegularFile(file))
                    .sorted()
                    .forEach(file -> {
                        there.add(file);
                        read(file);
                    });
        } catch (IOException e) {
            LOG.debug("{} cannot be read: {}", folder, e.getMessage());
        }
        for (Path gone :
                known.keySet().stream().filter(file -> !there.contains(file)).toList()) {
            known.remove(gone);
            catalogue.remove(gone);
            LOG.info("{} is gone with its route", place(gone));
        }
    }

    private void read(Path file) {
        try {
            Stamp stamp = new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file));
            if (stamp.equals(known.get(file))) {
                return;
            }
            known.put(file, stamp);
            try (InputStream in = Files.newInputStream(file)) {
                RouteDescription route = files.read(in, place(file));
                catalogue.bring(file, place(file), List.of(route), List.of());
                LOG.info("{} brings route {} {}", place(file), route.id(), route.version());
            }
        } catch (FaultyRouteException e) {
            catalogue.bring(file, place(file), List.of(), List.of(e.refused()));
            LOG.error("route refused: {}", e.getMessage());
        } catch (IOException e) {
            // Deleted or replaced at this moment: the next look sees what became of it.
            known.remove(file);
        }
    }

    private static String place(Path file) {
        return "etc/routes/" + file.getFileName();
    }
}
