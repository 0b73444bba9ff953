/** Sessions: from a cookie to a Caller. Log-in itself belongs to identity. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.consilium.platform.security;
