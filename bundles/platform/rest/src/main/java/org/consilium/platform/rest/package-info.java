/** JAX-RS resources found as services, one endpoint per domain under /api. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.consilium.platform.rest;
