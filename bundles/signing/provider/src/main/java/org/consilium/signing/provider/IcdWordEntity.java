package org.consilium.signing.provider;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A word by which a code is found. */
@Entity
@Table(name = "signing_icd_word")
@IdClass(IcdWordEntity.Key.class)
class IcdWordEntity {
    @Id
    @Column(name = "word")
    String word;

    @Id
    @Column(name = "code")
    String code;

    /** The primary key. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String word;
        String code;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.word.equals(word) && key.code.equals(code);
        }

        @Override
        public int hashCode() {
            return Objects.hash(word, code);
        }
    }
}
