package org.consilium.identity.provider;

/** What every page shows of the region. */
public record Region(String name, String logoText, String timeZone) {}
