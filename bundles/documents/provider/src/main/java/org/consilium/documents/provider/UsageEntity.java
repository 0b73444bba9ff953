package org.consilium.documents.provider;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * How many bytes a holder (an owner or a request) has; counted here so that a quota holds under parallel uploads as
 * well.
 */
@Entity
@Table(name = "documents_usage")
class UsageEntity {
    @Id
    @Column(name = "holder_id")
    String holderId;

    @Column(name = "size_bytes")
    long size;
}
