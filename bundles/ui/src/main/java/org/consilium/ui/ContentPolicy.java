package org.consilium.ui;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Content-Security-Policy of the pages: nothing from elsewhere but the one script and the media servers that the operator named. */
final class ContentPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(ContentPolicy.class);

    /** The vendor's script loads a second one out of its browser extension: by the ids of Chrome (old and new), Opera and Yandex, Edge. */
    private static final List<String> EXTENSIONS = List.of(
            "chrome-extension://pfhgbfnnjiafkhfdkmpiflachepdcjod",
            "chrome-extension://iifchhfnnmpdbibifmljnfjhpififfog",
            "chrome-extension://epebfcehmdedogndhlcacafjaacknbcm",
            "chrome-extension://epiejncknlhcgcanmnmnjnmghjkpgkdd");

    private final String scripts;

    private ContentPolicy(String scripts) {
        this.scripts = scripts;
    }

    /** @param pluginScript address of CryptoPro's {@code cadesplugin_api.js}; {@code null} or empty for none */
    static ContentPolicy allowing(Object pluginScript) {
        String address = pluginScript == null ? "" : pluginScript.toString().trim();
        if (address.isEmpty()) {
            return new ContentPolicy("script-src 'self'");
        }
        if (!isScript(address)) {
            LOG.warn("pluginScript of org.consilium.signing is no https address of a script: no page will load it");
            return new ContentPolicy("script-src 'self'");
        }
        // An address of our own is covered by 'self'.
        String source = address.startsWith("/") ? "" : ' ' + address;
        return new ContentPolicy("script-src 'self'" + source + ' ' + String.join(" ", EXTENSIONS));
    }

    /** Whatever could end the directive and begin another one is refused. */
    private static boolean isScript(String address) {
        if (address.matches("/[\\w./-]+") && !address.startsWith("//")) {
            return true;
        }
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && address.matches("[\\w:/.%~-]+");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * No eval, no inline script; styles that libraries add at run time carry the nonce.
     *
     * @param servers origins of media servers to which the page connects; what is no origin is left out
     */
    String with(String nonce, Collection<String> servers) {
        String connect = servers.stream()
                .filter(server -> server.matches("(wss|ws)://[\\w.-]+(:\\d{1,5})?"))
                .sorted()
                .distinct()
                .map(server -> ' ' + server)
                .collect(Collectors.joining());
        return String.join(
                "; ",
                "default-src 'none'",
                scripts,
                "style-src 'self' 'nonce-" + nonce + "'",
                "img-src 'self' data: blob:",
                "font-src 'self'",
                "connect-src 'self'" + connect,
                "media-src 'self' blob:",
                "worker-src 'self'",
                "manifest-src 'self'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
