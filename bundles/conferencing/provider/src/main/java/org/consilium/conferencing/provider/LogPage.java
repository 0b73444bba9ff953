package org.consilium.conferencing.provider;

import java.util.List;

/** The newest entries of a request's log, newest first. */
public record LogPage(List<LogEntry> items) {}
