package org.consilium.requests.provider;

import java.lang.annotation.Annotation;

/** The configuration with its defaults, and few drafts. */
@SuppressWarnings("all")
final class TestConfig implements RequestsConfig {
    @Override
    public String timeZone() {
        return "Europe/Moscow";
    }

    @Override
    public int drafts_keepDays() {
        return 60;
    }

    @Override
    public int drafts_limit() {
        return 5;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return RequestsConfig.class;
    }
}
