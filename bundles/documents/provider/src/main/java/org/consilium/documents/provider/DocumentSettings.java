package org.consilium.documents.provider;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The domain's configuration. Changed limits hold from the next upload on, without a restart. */
@Component(service = DocumentSettings.class, configurationPid = "org.consilium.documents")
@Designate(ocd = DocumentsConfig.class)
public class DocumentSettings {
    private static final long MIB = 1 << 20;

    private volatile DocumentsConfig config;

    @Activate
    public DocumentSettings(DocumentsConfig config) {
        this.config = config;
    }

    @Modified
    final void modified(DocumentsConfig changed) {
        config = changed;
    }

    Path folder() {
        String configured = config.folder();
        return configured.isBlank()
                ? Path.of(System.getProperty("karaf.base", "."), "var", "documents")
                : Path.of(configured);
    }

    /** In bytes. */
    long maxSize() {
        return config.maxSizeMib() * MIB;
    }

    long maxPixels() {
        return config.maxMegapixels() * 1_000_000L;
    }

    /** Where clamd listens; empty when nobody is asked. */
    Optional<InetSocketAddress> clamd() {
        String host = config.clamdHost().trim();
        return host.isEmpty() ? Optional.empty() : Optional.of(new InetSocketAddress(host, config.clamdPort()));
    }

    /** In bytes. */
    long ownerQuota() {
        return config.ownerQuotaMib() * MIB;
    }

    /** In bytes. */
    long requestQuota() {
        return config.requestQuotaMib() * MIB;
    }
}
