package org.consilium.notifications.provider;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** The configuration with its defaults and what a test sets. */
final class TestConfig {
    private TestConfig() {}

    /** The worker's own thread sleeps: tests work by hand. */
    static NotificationsConfig with(Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(changed);
        values.putIfAbsent("pollSeconds", 3600);
        return (NotificationsConfig) Proxy.newProxyInstance(
                NotificationsConfig.class.getClassLoader(),
                new Class<?>[] {NotificationsConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
