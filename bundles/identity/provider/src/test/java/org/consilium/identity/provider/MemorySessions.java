package org.consilium.identity.provider;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.kernel.Caller;
import org.consilium.platform.security.Sessions;

/** Sessions without rows. */
final class MemorySessions implements Sessions {
    final Map<String, Caller> open = new ConcurrentHashMap<>();

    @Override
    public String open(Caller caller) {
        String token = UUID.randomUUID().toString();
        open.put(token, caller);
        return token;
    }

    @Override
    public Optional<Caller> find(String token) {
        return Optional.ofNullable(open.get(token));
    }

    @Override
    public void close(String token) {
        if (token != null) {
            open.remove(token);
        }
    }

    @Override
    public void closeAll(UUID callerId) {
        open.values().removeIf(caller -> caller.id().equals(callerId));
    }

    @Override
    public String cookie(Caller.Kind kind, String token) {
        return kind + "=" + token;
    }

    @Override
    public String clearedCookie(Caller.Kind kind) {
        return kind + "=";
    }
}
