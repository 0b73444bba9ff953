package org.consilium.signing.provider;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** A phrase that a doctor uses again. */
@Entity
@Table(name = "signing_phrase")
class PhraseEntity {
    @Id
    String id;

    @Column(name = "owner_id")
    String ownerId;

    String profile;

    String field;

    String title;

    @Column(name = "body")
    String text;

    @Version
    long version;
}
