package org.consilium.platform.testing;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(name = "left_row")
class LeftEntity {
    @Id
    String id;
}
