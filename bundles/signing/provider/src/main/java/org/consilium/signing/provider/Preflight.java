package org.consilium.signing.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.signing.api.Authority;
import org.consilium.signing.api.Refusal;
import org.consilium.signing.api.SignatureCheck;
import org.consilium.signing.api.SignatureVerifier;
import org.consilium.signing.api.SignerCertificate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be known before anybody signs. */
@Component(service = Preflight.class)
public class Preflight {
    private static final int MOST = 50;
    private static final int LONGEST = 32_768;

    private final Neighbours neighbours;
    private final TrustListImpl trust;
    private final SigningSettings settings;

    @Activate
    public Preflight(
            @Reference Neighbours neighbours, @Reference TrustListImpl trust, @Reference SigningSettings settings) {
        this.neighbours = neighbours;
        this.trust = trust;
        this.settings = settings;
    }

    Workplace workplace(Caller caller) {
        SigningAccess.requireDoctor(caller);
        List<Authority> authorities = trust.known();
        Instant now = Instant.now();
        int current = (int) authorities.stream()
                .filter(one -> one.listUntil() != null && one.listUntil().isAfter(now))
                .count();
        return new Workplace(
                neighbours.identifiers().snils(caller.id()).isPresent(),
                authorities.size(),
                new Workplace.RevocationLists(current, authorities.size() - current),
                settings.timeStampService().isPresent(),
                settings.pluginScript().orElse(null),
                settings.hashAboveBytes(),
                neighbours.verifier().isPresent() && current > 0);
    }

    List<CertificateReport> certificates(Caller caller, Certificates asked) {
        SigningAccess.requireDoctor(caller);
        if (asked == null
                || asked.certificates() == null
                || asked.certificates().size() > MOST) {
            throw ConsiliumException.invalid(
                    Refusal.SIGNATURE_MALFORMED.code(), List.of(new FieldProblem("certificates", "required")));
        }
        String snils = neighbours.identifiers().snils(caller.id()).orElse(null);
        SignatureVerifier verifier = neighbours.verifier().orElseThrow(() -> ConsiliumException.domainAway("signing"));
        List<CertificateReport> reports = new ArrayList<>();
        for (String certificate : asked.certificates()) {
            reports.add(report(verifier, certificate, snils));
        }
        return reports;
    }

    private static CertificateReport report(SignatureVerifier verifier, String base64, String snils) {
        byte[] der;
        try {
            der = base64 == null || base64.length() > LONGEST
                    ? new byte[0]
                    : Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            der = new byte[0];
        }
        SignatureCheck check = verifier.check(der, Instant.now());
        if (check.signers().isEmpty()) {
            return new CertificateReport(false, check.refusal().code(), null, null, null, null, null, null);
        }
        SignerCertificate certificate = check.signers().get(0).certificate();
        String code = code(check, certificate, snils);
        return new CertificateReport(
                code == null,
                code,
                certificate.name(),
                certificate.issuer(),
                certificate.serial(),
                certificate.validFrom(),
                certificate.validTo(),
                certificate.algorithm());
    }

    private static String code(SignatureCheck check, SignerCertificate certificate, String snils) {
        if (!check.isValid() && !check.refusal().isPassing()) {
            return check.refusal().code();
        }
        if (snils == null) {
            return "signing.snils-missing";
        }
        if (certificate.snils() == null) {
            return "signing.certificate-without-snils";
        }
        if (!certificate.snils().equals(snils)) {
            return "signing.other-person";
        }
        // a list that is missing today is no reason against the certificate: its signature would be checked later
        return null;
    }
}
