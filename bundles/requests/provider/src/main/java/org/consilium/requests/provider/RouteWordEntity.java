package org.consilium.requests.provider;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

@Entity(name = "RouteWord")
@Table(name = "requests_route_word")
@IdClass(RouteWordEntity.Key.class)
class RouteWordEntity {
    @Id
    String word;

    @Id
    @Column(name = "route_key")
    String routeKey;

    RouteWordEntity() {}

    RouteWordEntity(String word, String routeKey) {
        this.word = word;
        this.routeKey = routeKey;
    }

    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String word;
        String routeKey;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.word.equals(word) && key.routeKey.equals(routeKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(word, routeKey);
        }
    }
}
