package org.consilium.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffIdentifiers;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.registry.api.Identifiers;
import org.consilium.signing.api.TrustList;
import org.consilium.signing.testauthority.KeyKind;
import org.consilium.signing.testauthority.Subject;
import org.consilium.signing.testauthority.TestAuthority;
import org.consilium.signing.testauthority.TestKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * «Демонстрационная подпись»: keys of GOST R 34.10-2012 by an authority of the demo's own, which it puts on the trust list. The server's check does not know
 * that no plug-in signed.
 */
@Component(service = DemoSigner.class)
public class DemoSigner {
    private static final Caller DEMO = Caller.system("demo");
    private static final String AUTHORITY = "authority";
    private static final Duration LIST_AGE = Duration.ofHours(12);
    private static final int FIRST_SNILS = 190_000_000;
    private static final int SNILS_RANGE = 9_000_000;

    private final DemoRepository repository;
    private Instant listMade = Instant.EPOCH;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile TrustList trust;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile StaffDirectory staff;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile StaffIdentifiers identifiers;

    @Activate
    public DemoSigner(@Reference DemoOpen open, @Reference DemoRepository repository) {
        this.repository = repository;
    }

    /** The key of a doctor; made, trusted and bound to the account when it is asked for first. */
    synchronized TestKey keyOf(Caller caller) {
        if (!caller.has(Caller.DOCTOR)) {
            throw ConsiliumException.forbidden("signing.doctors-only");
        }
        TestAuthority authority = authority();
        String snils = snilsOf(caller.id());
        TestKey key = repository
                .key(caller.id().toString(), () -> issue(authority, caller.id(), snils))
                .toKey();
        keepTrusted(authority);
        return key;
    }

    byte[] sign(Caller caller, byte[] content) {
        return keyOf(caller).sign(content);
    }

    private TestAuthority authority() {
        return repository
                .key(AUTHORITY, () -> TestAuthority.root(KeyKind.GOST_256, "Демонстрационный УЦ (не для работы)")
                        .key())
                .toAuthority();
    }

    private TestKey issue(TestAuthority authority, UUID account, String snils) {
        StaffMember member = there(staff, "identity").find(account).orElseThrow();
        String given = member.patronymic() == null ? member.name() : member.name() + " " + member.patronymic();
        return authority.issue(
                KeyKind.GOST_256, Subject.person(member.surname(), given, member.organisationName(), snils));
    }

    private void keepTrusted(TestAuthority authority) {
        Instant now = Instant.now();
        if (listMade.isBefore(now.minus(LIST_AGE))) {
            TrustList list = there(trust, "signing");
            list.trust(DEMO, authority.certificate(), List.of());
            list.keepRevocationList(DEMO, authority.revocationList());
            listMade = now;
        }
    }

    private String snilsOf(UUID account) {
        StaffIdentifiers known = there(identifiers, "identity");
        return known.snils(account).orElseGet(() -> {
            String nine = String.valueOf(FIRST_SNILS + Math.floorMod(account.hashCode(), SNILS_RANGE));
            String made = nine + Identifiers.snilsCheckDigits(nine);
            known.setSnils(DEMO, account, made);
            return made;
        });
    }

    private static <T> T there(T service, String domain) {
        if (service == null) {
            throw ConsiliumException.domainAway(domain);
        }
        return service;
    }
}
