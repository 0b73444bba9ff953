/** One chat per request: messages, unread, search. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.consilium.chat.api;
