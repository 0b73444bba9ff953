/** The operator's console command {@code consilium:person-import}. */
@org.osgi.annotation.bundle.Header(name = "Karaf-Commands", value = "org.consilium.registry.provider.console")
package org.consilium.registry.provider.console;
