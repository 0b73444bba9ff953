package org.consilium.platform.rest;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks a JAX-RS resource that is an OSGi service with the property {@code consilium.domain}. All resources of a domain make one
 * endpoint {@code /api/<domain>}; class-level {@code @Path} is relative to it. A resource whose class-level path begins with
 * {@code visit} is reached at {@code /api/visit/<domain>/…} instead and only by patients, one that begins with {@code service} at
 * {@code /api/service/<domain>/…} and only by other systems with a service token; every other one only by staff.
 * A method takes who asks as {@code @Context Caller caller}.
 */
@ConsumerType
public interface RestResource {
    /** The service property that names the domain. */
    String DOMAIN = "consilium.domain";
}
