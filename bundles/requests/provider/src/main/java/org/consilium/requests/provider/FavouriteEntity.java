package org.consilium.requests.provider;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

@Entity(name = "Favourite")
@Table(name = "requests_favourite")
@IdClass(FavouriteEntity.Key.class)
class FavouriteEntity {
    @Id
    @Column(name = "account_id")
    String accountId;

    @Id
    @Column(name = "route_id")
    String routeId;

    FavouriteEntity() {}

    FavouriteEntity(String accountId, String routeId) {
        this.accountId = accountId;
        this.routeId = routeId;
    }

    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String accountId;
        String routeId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.accountId.equals(accountId) && key.routeId.equals(routeId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, routeId);
        }
    }
}
