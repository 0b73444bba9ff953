/** Notices to people: what to send is said here, how it is sent is a transport's matter. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.consilium.notifications.api;
