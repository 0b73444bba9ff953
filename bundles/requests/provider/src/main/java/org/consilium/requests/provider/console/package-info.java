/** The operator's console commands {@code consilium:route-…}. */
@org.osgi.annotation.bundle.Header(name = "Karaf-Commands", value = "org.consilium.requests.provider.console")
package org.consilium.requests.provider.console;
