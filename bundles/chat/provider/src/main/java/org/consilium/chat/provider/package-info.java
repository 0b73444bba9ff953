/** One chat per request: opened and closed by the request's events, numbered messages, unread per reader, search. */
package org.consilium.chat.provider;
