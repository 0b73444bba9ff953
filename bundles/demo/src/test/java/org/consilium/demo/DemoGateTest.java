package org.consilium.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.component.ComponentContext;

class DemoGateTest {
    private static final String HTTP_PID = "org.ops4j.pax.web";

    private final TestDatabase db = TestDatabase.on(Engine.H2);
    private final DemoRepository repository = new DemoRepository(db.unit("demo"), TestDatabase.READY);
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final ServiceReference<?> self = fake(ServiceReference.class, Map.of());
    private final Semaphore decisions = new Semaphore(0);
    private volatile String addresses = "127.0.0.1";
    private final DemoGate gate = new DemoGate(component(), configurations(), repository);

    @AfterEach
    void close() {
        gate.stop();
        db.close();
    }

    @Test
    void opensWhenStaffTellThatTheDatabaseIsEmpty() throws InterruptedException {
        assertNull(done.poll(200, TimeUnit.MILLISECONDS));
        gate.bindStaff(new FakeDomains());
        assertEquals("open", next());
    }

    @Test
    void shutsWhenHttpIsMadePublicAndOpensAgain() throws InterruptedException {
        gate.bindStaff(new FakeDomains());
        assertEquals("open", next());
        // Both decisions of the start, at activation and with the staff, have read the address before it changes.
        assertTrue(decisions.tryAcquire(2, 10, TimeUnit.SECONDS));
        addresses = "0.0.0.0";
        gate.configurationEvent(changed("org.example.other"));
        assertNull(done.poll(200, TimeUnit.MILLISECONDS));
        gate.configurationEvent(changed(HTTP_PID));
        assertEquals("shut", next());
        addresses = "127.0.0.1";
        gate.configurationEvent(changed(HTTP_PID));
        assertEquals("open", next());
    }

    @Test
    void staysShutOnAnAddressThatIsNotSet() throws InterruptedException {
        addresses = null;
        gate.bindStaff(new FakeDomains());
        assertNull(done.poll(300, TimeUnit.MILLISECONDS));
    }

    @Test
    void shutsWhenItIsStoppedAndTakesNothingAfterwards() throws InterruptedException {
        gate.bindStaff(new FakeDomains());
        assertEquals("open", next());
        gate.stop();
        assertEquals("shut", next());
        gate.configurationEvent(changed(HTTP_PID));
        assertNull(done.poll(200, TimeUnit.MILLISECONDS));
    }

    private String next() throws InterruptedException {
        return done.poll(10, TimeUnit.SECONDS);
    }

    private ComponentContext component() {
        return fake(
                ComponentContext.class,
                Map.of(
                        "getServiceReference", arguments -> self,
                        "enableComponent", arguments -> note("open", arguments[0]),
                        "disableComponent", arguments -> note("shut", arguments[0])));
    }

    private Object note(String what, Object component) {
        assertEquals(DemoOpen.class.getName(), component);
        done.add(what);
        return null;
    }

    private ConfigurationAdmin configurations() {
        // Raw properties still have placeholders in them: only the processed ones tell what the web server sees.
        Configuration http = fake(Configuration.class, Map.of("getProcessedProperties", arguments -> {
            assertEquals(self, arguments[0]);
            Dictionary<String, Object> properties = new Hashtable<>();
            if (addresses != null) {
                properties.put("org.ops4j.pax.web.listening.addresses", addresses);
            }
            decisions.release();
            return properties;
        }));
        return fake(ConfigurationAdmin.class, Map.of("listConfigurations", arguments -> {
            assertEquals("(service.pid=" + HTTP_PID + ")", arguments[0]);
            return new Configuration[] {http};
        }));
    }

    private ConfigurationEvent changed(String pid) {
        @SuppressWarnings("unchecked")
        ServiceReference<ConfigurationAdmin> reference = (ServiceReference<ConfigurationAdmin>) self;
        return new ConfigurationEvent(reference, ConfigurationEvent.CM_UPDATED, null, pid);
    }

    private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Function<Object[], Object> answer = methods.get(method.getName());
                    if (answer != null) {
                        return answer.apply(arguments);
                    }
                    return switch (method.getName()) {
                        case "equals" -> proxy == arguments[0];
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "toString" -> type.getSimpleName();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                }));
    }
}
