/** Deliveries, their dispatcher, and the operator's console commands {@code consilium:event-…}. */
@org.osgi.annotation.bundle.Header(name = "Karaf-Commands", value = "org.consilium.platform.events.internal")
package org.consilium.platform.events.internal;
