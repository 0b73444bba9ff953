package org.consilium.conferencing.provider;

import java.util.List;

/** Saved boards, newest first. */
public record SavePage(List<Save> items) {}
