/** Durable domain events: written in the transaction of the change, delivered to every known consumer, also after a crash or a swap. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.consilium.platform.events;
