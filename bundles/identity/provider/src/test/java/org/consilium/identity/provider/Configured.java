package org.consilium.identity.provider;

import java.lang.reflect.Proxy;
import java.util.Map;

/** The configuration with its defaults and what a test sets. */
final class Configured {
    private Configured() {}

    static IdentitySettings with(Map<String, Object> values) {
        return new IdentitySettings((IdentityConfig) Proxy.newProxyInstance(
                IdentityConfig.class.getClassLoader(),
                new Class<?>[] {IdentityConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    static IdentitySettings defaults() {
        return with(Map.of());
    }
}
