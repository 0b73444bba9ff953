package org.consilium.platform.live.internal;

import java.lang.annotation.Annotation;

/** Settings with their defaults where a test does not say otherwise. */
record TestConfig(int pingSeconds, int idleSeconds, int socketsPerCaller, int pendingHints) implements LiveConfig {
    static final TestConfig DEFAULTS = new TestConfig(25, 60, 20, 256);

    @Override
    public String[] extraOrigins() {
        return new String[0];
    }

    @Override
    public int messageBytes() {
        return 1024;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return LiveConfig.class;
    }
}
