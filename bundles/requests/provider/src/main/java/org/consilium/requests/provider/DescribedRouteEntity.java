package org.consilium.requests.provider;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.consilium.platform.persistence.InstantConverter;

@Entity(name = "DescribedRoute")
@Table(name = "requests_route")
class DescribedRouteEntity {
    @Id
    @Column(name = "route_key")
    String key;

    @Column(name = "route_id")
    String routeId;

    @Column(name = "route_version")
    String routeVersion;

    String description;

    @Column(name = "stored_at")
    @Convert(converter = InstantConverter.class)
    Instant storedAt;
}
