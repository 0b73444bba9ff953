package org.consilium.platform.persistence.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.osgi.framework.Bundle;

/** The migration scripts of a bundle, read through its entries: no class path scanning, and nothing that keeps its class loader. */
final class BundleScripts implements ResourceProvider {
    private final Bundle bundle;

    BundleScripts(Bundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public LoadableResource getResource(String name) {
        URL entry = bundle.getEntry(name);
        return entry == null ? null : new Script(entry);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        List<LoadableResource> scripts = new ArrayList<>();
        var entries = bundle.findEntries(Migrations.PATH, "*.sql", true);
        for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
            Script script = new Script(entry);
            for (String suffix : suffixes) {
                if (script.getFilename().startsWith(prefix)
                        && script.getFilename().endsWith(suffix)) {
                    scripts.add(script);
                    break;
                }
            }
        }
        return scripts;
    }

    private static final class Script extends LoadableResource {
        private final URL url;

        Script(URL url) {
            this.url = url;
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return url.toString();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return url.toString();
        }

        @Override
        public String getFilename() {
            return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return getFilename();
        }
    }
}
