package org.consilium.platform.live;

import java.util.UUID;

/**
 * What a page said over its socket. Nothing of it has been checked but its size and form.
 *
 * @param type as {@link LiveHandler#type()}
 * @param subject what it is about, mostly the id of a request; {@code null} when the page named none
 * @param socketId the socket that it came by, see {@link Live#sendToSocket}; the same as long as the tab stays connected
 * @param payload a JSON object as text, {@code {}} when the page sent none; at most 256 KiB
 */
public record LiveMessage(String type, UUID subject, UUID socketId, String payload) {}
