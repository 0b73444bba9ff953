/** A video room for each request, and the seam for media servers. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.consilium.conferencing.api;
