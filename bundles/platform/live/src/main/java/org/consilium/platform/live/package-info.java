/** One WebSocket for a browser tab: hints that something changed, and what the tab says to a domain at once. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.consilium.platform.live;
