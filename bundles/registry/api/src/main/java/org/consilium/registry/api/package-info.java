/** Looks persons up in the regional registry. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.consilium.registry.api;
