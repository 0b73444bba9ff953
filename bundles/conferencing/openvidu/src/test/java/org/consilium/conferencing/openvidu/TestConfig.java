package org.consilium.conferencing.openvidu;

import java.lang.annotation.Annotation;

/** Settings of one server. */
record TestConfig(String url, String secret, String trustedCertificate) implements OpenViduConfig {
    TestConfig(String url, String secret) {
        this(url, secret, "");
    }

    @Override
    public int connectSeconds() {
        return 2;
    }

    @Override
    public int answerSeconds() {
        return 5;
    }

    @Override
    public int videoLimit() {
        return 6;
    }

    @Override
    public boolean recording() {
        return true;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return OpenViduConfig.class;
    }
}
