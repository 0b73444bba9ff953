package org.consilium.routes.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A consultation route, registered as an OSGi service by a vendor's bundle. It never touches the database, mail or events.
 * A route without code is a JSON file of a {@link RouteDescription} under {@code OSGI-INF/consilium/routes/} of any bundle with the header
 * {@code Consilium-Routes: true}; its JSON Schema is {@code route.schema.json} beside this class.
 */
@ConsumerType
public interface ConsultationRoute {
    /** The description; the same for every call. */
    RouteDescription describe();
}
