package org.consilium.conferencing.provider;

import java.util.List;

/** What goes on in the reader's requests. */
public record CallPage(List<Call> items) {}
