package org.consilium.signing.provider;

import java.net.URI;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.audit.AuditLog;
import org.consilium.signing.api.Authority;
import org.consilium.signing.api.TrustList;
import org.consilium.signing.provider.check.CertificateReader;
import org.consilium.signing.provider.check.Crypto;
import org.consilium.signing.provider.check.Encoding;
import org.consilium.signing.provider.check.RevocationList;
import org.consilium.signing.provider.check.TrustSource;
import org.consilium.signing.provider.check.Trusted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's list. What checks need is kept ready in memory and read again when a row changed, at most every few seconds. */
@Component(service = {TrustList.class, TrustSource.class, TrustListImpl.class})
public class TrustListImpl implements TrustList, TrustSource {
    private static final Logger LOG = LoggerFactory.getLogger(TrustListImpl.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final TrustRepository repository;
    private final AuditLog audit;
    private final Map<String, Ready> ready = new HashMap<>();
    private volatile List<Trusted> trusted;
    private volatile Instant readAt = Instant.EPOCH;

    /** What was made of a row, and of which state of it. */
    private record Ready(Instant changedAt, Trusted trusted) {}

    @Activate
    public TrustListImpl(@Reference TrustRepository repository, @Reference AuditLog audit) {
        this.repository = repository;
        this.audit = audit;
    }

    @Override
    public Authority trust(Caller caller, byte[] certificate, List<String> addresses) {
        requireOperator(caller);
        X509Certificate read = authority(certificate);
        String joined = checked(addresses);
        byte[] der = encoded(read);
        String fingerprint = Sha256.hex(der);
        Authority changed = repository.inTransaction(() -> {
            AuthorityEntity entity = repository.lock(fingerprint).orElseGet(AuthorityEntity::new);
            entity.fingerprint = fingerprint;
            entity.name = CertificateReader.commonName(read);
            entity.certificate = Base64.getEncoder().encodeToString(der);
            entity.addresses = joined;
            entity.validFrom = read.getNotBefore().toInstant();
            entity.validTo = read.getNotAfter().toInstant();
            entity.changedAt = now();
            repository.save(entity);
            audit.append(caller, "signing.authority-trusted", null, Map.of("fingerprint", fingerprint));
            return entity.toAuthority();
        });
        forget();
        return changed;
    }

    @Override
    public void distrust(Caller caller, String fingerprint) {
        requireOperator(caller);
        repository.inTransaction(() -> {
            repository.lock(fingerprint).ifPresent(entity -> {
                repository.remove(entity);
                audit.append(caller, "signing.authority-distrusted", null, Map.of("fingerprint", fingerprint));
            });
            return null;
        });
        forget();
    }

    @Override
    public List<Authority> authorities(Caller caller) {
        requireOperator(caller);
        return known();
    }

    /** For the domain itself. */
    List<Authority> known() {
        return repository.all().stream().map(AuthorityEntity::toAuthority).toList();
    }

    @Override
    public Authority keepRevocationList(Caller caller, byte[] list) {
        requireOperator(caller);
        byte[] der;
        try {
            der = Encoding.der(list);
        } catch (IllegalArgumentException e) {
            throw badList();
        }
        for (AuthorityEntity candidate : repository.all()) {
            try {
                RevocationList read = RevocationList.of(der, Crypto.certificate(candidate.certificateDer()));
                return keep(caller, candidate.fingerprint, der, read);
            } catch (CRLException | CertificateException e) {
                // of another authority, or of none
            }
        }
        throw badList();
    }

    private Authority keep(Caller caller, String fingerprint, byte[] der, RevocationList read) {
        Authority kept = repository.inTransaction(() -> {
            AuthorityEntity entity = repository.lock(fingerprint).orElseThrow(TrustListImpl::badList);
            entity.lastProblem = null;
            if (entity.listFrom == null || read.from().isAfter(entity.listFrom)) {
                entity.list = Base64.getEncoder().encodeToString(der);
                entity.listFrom = read.from();
                entity.listUntil = read.until();
                entity.changedAt = now();
                audit.append(caller, "signing.revocation-list-kept", null, Map.of("fingerprint", fingerprint));
            }
            repository.save(entity);
            return entity.toAuthority();
        });
        forget();
        return kept;
    }

    /** Notes why a fetch brought nothing. */
    void noteProblem(String fingerprint, String problem) {
        repository.inTransaction(() -> {
            repository.lock(fingerprint).ifPresent(entity -> {
                entity.lastProblem = problem;
                repository.save(entity);
            });
            return null;
        });
    }

    @Override
    public List<Trusted> trusted() {
        List<Trusted> known = trusted;
        return known != null && Instant.now().isBefore(readAt.plus(FRESH)) ? known : read();
    }

    private synchronized List<Trusted> read() {
        List<Trusted> found = new ArrayList<>();
        List<AuthorityEntity> rows = repository.all();
        for (AuthorityEntity row : rows) {
            Ready known = ready.get(row.fingerprint);
            if (known == null || !known.changedAt().equals(row.changedAt)) {
                known = new Ready(row.changedAt, made(row));
                ready.put(row.fingerprint, known);
            }
            found.add(known.trusted());
        }
        ready.keySet().retainAll(rows.stream().map(row -> row.fingerprint).toList());
        readAt = Instant.now();
        trusted = List.copyOf(found);
        return trusted;
    }

    private static Trusted made(AuthorityEntity row) {
        try {
            X509Certificate certificate = Crypto.certificate(row.certificateDer());
            return new Trusted(certificate, row.list == null ? null : RevocationList.of(row.listDer(), certificate));
        } catch (CertificateException e) {
            throw new IllegalStateException("a kept certificate cannot be read", e);
        } catch (CRLException e) {
            LOG.warn("the kept revocation list of {} cannot be read", row.fingerprint);
            try {
                return new Trusted(Crypto.certificate(row.certificateDer()), null);
            } catch (CertificateException again) {
                throw new IllegalStateException("a kept certificate cannot be read", again);
            }
        }
    }

    private synchronized void forget() {
        trusted = null;
    }

    private static X509Certificate authority(byte[] bytes) {
        try {
            X509Certificate certificate = Crypto.certificate(Encoding.der(bytes));
            if (certificate.getBasicConstraints() >= 0) {
                return certificate;
            }
        } catch (CertificateException | RuntimeException e) {
            // said below
        }
        throw ConsiliumException.invalid(
                "signing.not-an-authority", List.of(new FieldProblem("certificate", "format")));
    }

    private static String checked(List<String> addresses) {
        for (String address : addresses) {
            try {
                URI uri = URI.create(address.strip());
                boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                if (!web || uri.getHost() == null || uri.getUserInfo() != null || address.length() > 1000) {
                    throw new IllegalArgumentException();
                }
            } catch (IllegalArgumentException e) {
                throw ConsiliumException.invalid(
                        "signing.bad-address", List.of(new FieldProblem("revocationAddresses", "format")));
            }
        }
        return String.join("\n", addresses.stream().map(String::strip).toList());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireOperator(Caller caller) {
        if (!caller.isSystem() && !(caller.isStaff() && caller.has(Caller.OPERATOR))) {
            throw ConsiliumException.forbidden("signing.operator-only");
        }
    }

    private static ConsiliumException badList() {
        return ConsiliumException.invalid("signing.bad-revocation-list", List.of(new FieldProblem("list", "format")));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
