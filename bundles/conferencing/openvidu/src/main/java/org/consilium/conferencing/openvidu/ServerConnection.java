package org.consilium.conferencing.openvidu;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/**
 * The connection to the one server that the operator named: certificates and host names are checked, redirects are not followed, nothing waits
 * longer than configured.
 */
final class ServerConnection {
    private static final Set<String> THIS_HOST = Set.of("localhost", "127.0.0.1", "[::1]");

    private ServerConnection() {}

    /** @throws IllegalArgumentException when the address would send the secret in clear, or is none */
    static String checked(String url) {
        URI address = URI.create(url.strip());
        boolean secure = "https".equals(address.getScheme());
        boolean here = "http".equals(address.getScheme()) && THIS_HOST.contains(address.getHost());
        if (address.getHost() == null || !secure && !here) {
            throw new IllegalArgumentException("url has to begin with https:// (http:// only for this host): see etc/"
                    + OpenViduConfig.PID + ".cfg");
        }
        return address.toString();
    }

    static HttpClientBuilder client(OpenViduConfig config) {
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trusting(config.trustedCertificate())))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(config.connectSeconds()))
                        .setSocketTimeout(Timeout.ofSeconds(config.answerSeconds()))
                        .build())
                .setMaxConnPerRoute(16)
                .setMaxConnTotal(16)
                .build();
        String credentials =
                Base64.getEncoder().encodeToString(("OPENVIDUAPP:" + config.secret()).getBytes(StandardCharsets.UTF_8));
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(config.connectSeconds()))
                        .setResponseTimeout(Timeout.ofSeconds(config.answerSeconds()))
                        .build())
                .setDefaultHeaders(List.of(new BasicHeader("Authorization", "Basic " + credentials)))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement();
    }

    /** The public authorities, or the one whose certificate lies in a file. */
    private static SSLContext trusting(String file) {
        try {
            KeyStore store = null;
            if (!file.isBlank()) {
                store = KeyStore.getInstance(KeyStore.getDefaultType());
                store.load(null, null);
                store.setCertificateEntry("configured", certificate(Path.of(file)));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("trustedCertificate cannot be read", e);
        }
    }

    private static Certificate certificate(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
