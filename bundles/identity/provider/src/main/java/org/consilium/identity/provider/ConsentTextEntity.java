package org.consilium.identity.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

/** A text to which somebody consented. */
@Entity
@Table(name = "identity_consent_text")
class ConsentTextEntity {
    @Id
    @Column(name = "text_hash")
    private String textHash;

    private String version;

    @Column(name = "consent_text")
    private String text;

    @Column(name = "first_used_at")
    @Convert(converter = InstantConverter.class)
    private Instant firstUsedAt;

    protected ConsentTextEntity() {}

    ConsentTextEntity(String textHash, String version, String text, Instant now) {
        this.textHash = textHash;
        this.version = version;
        this.text = text;
        firstUsedAt = now;
    }
}
