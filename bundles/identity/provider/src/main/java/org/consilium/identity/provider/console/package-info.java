/** The operator's console commands {@code consilium:account-…} and {@code consilium:organisation-…}. */
@org.osgi.annotation.bundle.Header(name = "Karaf-Commands", value = "org.consilium.identity.provider.console")
package org.consilium.identity.provider.console;
