/** One WebSocket for a browser tab: hints that something changed. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.consilium.platform.live;
