package org.consilium.demo;

import java.util.Base64;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.signing.testauthority.KeyKind;
import org.consilium.signing.testauthority.TestAuthority;
import org.consilium.signing.testauthority.TestKey;

/** A key that is kept, so that the demo stays the same over restarts. */
@Entity
@Table(name = "demo_key")
class KeyEntity {
    @Id
    private String holder;

    private String certificate;

    @Column(name = "private_key")
    private String privateKey;

    protected KeyEntity() {}

    KeyEntity(String holder, TestKey key) {
        this.holder = holder;
        certificate = Base64.getEncoder().encodeToString(key.certificateDer());
        privateKey = Base64.getEncoder().encodeToString(key.privateKeyDer());
    }

    TestAuthority toAuthority() {
        return TestAuthority.restored(KeyKind.GOST_256, bytes(certificate), bytes(privateKey));
    }

    TestKey toKey() {
        return toAuthority().key();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
