package org.consilium.platform.live.internal;

import java.lang.annotation.Annotation;

/** Settings with their defaults where a test does not say otherwise. */
record TestConfig(int pingSeconds, int idleSeconds, int socketsPerCaller, int pendingHints, int messagesPerSecond)
        implements LiveConfig {
    static final TestConfig DEFAULTS = new TestConfig(25, 60, 20, 256);

    TestConfig(int pingSeconds, int idleSeconds, int socketsPerCaller, int pendingHints) {
        this(pingSeconds, idleSeconds, socketsPerCaller, pendingHints, 50);
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
