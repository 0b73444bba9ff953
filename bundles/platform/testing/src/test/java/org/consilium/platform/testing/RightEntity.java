package org.consilium.platform.testing;

import java.time.Instant;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(name = "right_row")
class RightEntity {
    @Id
    String id;

    String name;

    Instant at;
}
