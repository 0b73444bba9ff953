package org.consilium.platform.testing;

/** The databases on which every repository test runs. */
public enum Engine {
    H2,
    POSTGRESQL
}
