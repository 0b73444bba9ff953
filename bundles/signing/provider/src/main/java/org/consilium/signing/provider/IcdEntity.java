package org.consilium.signing.provider;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A code of МКБ-10. */
@Entity
@Table(name = "signing_icd")
class IcdEntity {
    @Id
    String code;

    String name;

    String chapter;
}
