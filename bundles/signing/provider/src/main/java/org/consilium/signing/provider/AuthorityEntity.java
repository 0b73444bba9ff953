package org.consilium.signing.provider;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;
import org.consilium.signing.api.Authority;

/** An authority of the operator's list. */
@Entity
@Table(name = "signing_authority")
class AuthorityEntity {
    @Id
    String fingerprint;

    String name;

    String certificate;

    String addresses;

    @Column(name = "valid_from")
    @Convert(converter = InstantConverter.class)
    Instant validFrom;

    @Column(name = "valid_to")
    @Convert(converter = InstantConverter.class)
    Instant validTo;

    @Column(name = "revocation_list")
    String list;

    @Column(name = "list_from")
    @Convert(converter = InstantConverter.class)
    Instant listFrom;

    @Column(name = "list_until")
    @Convert(converter = InstantConverter.class)
    Instant listUntil;

    @Column(name = "last_problem")
    String lastProblem;

    @Column(name = "changed_at")
    @Convert(converter = InstantConverter.class)
    Instant changedAt;

    byte[] certificateDer() {
        return Base64.getDecoder().decode(certificate);
    }

    /** {@code null} for none. */
    byte[] listDer() {
        return list == null ? null : Base64.getDecoder().decode(list);
    }

    List<String> addressList() {
        return addresses.isEmpty() ? List.of() : List.of(addresses.split("\n"));
    }

    Authority toAuthority() {
        return new Authority(fingerprint, name, validFrom, validTo, addressList(), listFrom, listUntil, lastProblem);
    }
}
