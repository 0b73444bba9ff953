/** One chat per request: messages, notes, unread, search. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.consilium.chat.api;
