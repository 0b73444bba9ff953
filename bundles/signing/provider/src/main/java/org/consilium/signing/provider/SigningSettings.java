package org.consilium.signing.provider;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The domain's configuration. A change holds from the next use on, without a restart. */
@Component(service = SigningSettings.class, configurationPid = SigningConfig.PID)
@Designate(ocd = SigningConfig.class)
public class SigningSettings {
    private volatile SigningConfig config;

    @Activate
    public SigningSettings(SigningConfig config) {
        this.config = config;
    }

    @Modified
    final void modified(SigningConfig changed) {
        config = changed;
    }

    /** The head of a conclusion: name of the institution and further lines. */
    List<String> institution(String organisation) {
        List<String> lines = new ArrayList<>();
        lines.add(config.institution().isBlank() ? organisation : config.institution());
        for (String line : config.institutionLines().split("\\|")) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return lines;
    }

    Optional<String> institutionOid() {
        return text(config.institutionOid());
    }

    ZoneId zone() {
        return ZoneId.of(config.zone());
    }

    Duration awaitTerm() {
        return Duration.ofHours(config.awaitHours());
    }

    Optional<URI> timeStampService() {
        return text(config.timeStampService()).map(URI::create);
    }

    Duration fetchPause() {
        return Duration.ofMinutes(Math.max(1, config.fetchMinutes()));
    }

    Optional<String> pluginScript() {
        return text(config.pluginScript());
    }

    int hashAboveBytes() {
        return config.hashAboveBytes();
    }

    private static Optional<String> text(String configured) {
        return configured == null || configured.isBlank() ? Optional.empty() : Optional.of(configured.strip());
    }
}
