/** Staff and organisations, log-in, and the personal links by which patients come in without an account. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.consilium.identity.api;
