package org.consilium.identity.provider;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** An active doctor who consults in a medical-care profile. */
@Entity
@Table(name = "identity_consultant")
@IdClass(ConsultantEntity.Key.class)
class ConsultantEntity {
    @Id
    private String profile;

    @Id
    @Column(name = "account_id")
    private String accountId;

    protected ConsultantEntity() {}

    ConsultantEntity(String profile, UUID accountId) {
        this.profile = profile;
        this.accountId = accountId.toString();
    }

    /** Primary key, as JPA wants it. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        private String profile;
        private String accountId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(profile, key.profile)
                    && Objects.equals(accountId, key.accountId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(profile, accountId);
        }
    }
}
