/** Sessions and service tokens: from a cookie or a header to a Caller. Log-in and the tokens themselves belong to identity. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package org.consilium.platform.security;
