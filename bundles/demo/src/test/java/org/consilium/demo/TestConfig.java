package org.consilium.demo;

import java.lang.annotation.Annotation;

/** Settings for tests. */
final class TestConfig {
    private TestConfig() {}

    static DemoConfig of(int people, int keptMails) {
        return new DemoConfig() {
            @Override
            public int people() {
                return people;
            }

            @Override
            public int keptMails() {
                return keptMails;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return DemoConfig.class;
            }
        };
    }
}
