/** Console commands of the operator: trust list, revocation lists, МКБ-10. */
@org.osgi.annotation.bundle.Header(name = "Karaf-Commands", value = "org.consilium.signing.provider.console")
package org.consilium.signing.provider.console;
