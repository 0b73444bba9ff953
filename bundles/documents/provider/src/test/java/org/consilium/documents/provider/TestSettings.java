package org.consilium.documents.provider;

import java.lang.annotation.Annotation;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Settings of a test, small enough to reach their limits. */
final class TestSettings {
    static final int MAX_SIZE = 1 << 20;

    private TestSettings() {}

    /** Largest file 1 MiB. */
    static DocumentSettings of(Path folder, int ownerQuotaMib, int requestQuotaMib) {
        return of(folder, ownerQuotaMib, requestQuotaMib, null);
    }

    /** @param clamd {@code null} for none */
    static DocumentSettings of(Path folder, int ownerQuotaMib, int requestQuotaMib, InetSocketAddress clamd) {
        return new DocumentSettings(new DocumentsConfig() {
            @Override
            public String folder() {
                return folder.toString();
            }

            @Override
            public int maxSizeMib() {
                return 1;
            }

            @Override
            public int maxMegapixels() {
                return 50;
            }

            @Override
            public int ownerQuotaMib() {
                return ownerQuotaMib;
            }

            @Override
            public int requestQuotaMib() {
                return requestQuotaMib;
            }

            @Override
            public String clamdHost() {
                return clamd == null ? "" : clamd.getHostString();
            }

            @Override
            public int clamdPort() {
                return clamd == null ? 0 : clamd.getPort();
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return DocumentsConfig.class;
            }
        });
    }
}
