package org.consilium.requests.provider;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity(name = "Counter")
@Table(name = "requests_counter")
class CounterEntity {
    @Id
    @Column(name = "counter_year")
    int year;

    @Column(name = "next_number")
    long next;
}
