package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.audit.TraceEntry;
import org.consilium.platform.audit.TraceEntry.Kind;
import org.consilium.platform.audit.TraceEntry.Outcome;
import org.consilium.platform.audit.TraceSource;
import org.consilium.platform.testing.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

@ParameterizedClass
@EnumSource(Engine.class)
class TracesTest {
    private static final Caller OPERATOR =
            Caller.staff(Uuid7.next(), TestStaff.CLINIC, Set.of(Caller.OPERATOR), "Оператор");

    private final House house;
    private final Traces traces;

    TracesTest(Engine engine) {
        house = new House(engine);
        traces = new Traces(
                house.requests,
                house.routes,
                house.audit,
                bundles("requests", "notifications", "chat", "org.consilium.platform.audit"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everythingInTheOrderOfItsTimesAndWhoIsAwayIsNamed() {
        Request request = house.request(house.filer, house.consultant, "Иванова");
        Instant later = request.submittedAt().plusSeconds(5);
        traces.sources = List.of(
                source("audit", new TraceEntry(later.plusSeconds(1), Kind.ACT, "act", null, Outcome.DONE, null, null)),
                source("mail", new TraceEntry(later, Kind.MAIL, "APPOINTMENT", null, Outcome.DONE, 1, null)),
                new RequestTrace(house.transitions),
                new TraceSource() {
                    @Override
                    public String domain() {
                        return "chat";
                    }

                    @Override
                    public List<TraceEntry> trace(UUID requestId) {
                        throw new IllegalStateException("broken");
                    }
                });
        Trace trace = traces.trace(OPERATOR, request.number());
        assertEquals(
                List.of("SUBMIT", "APPOINTMENT", "act"),
                trace.entries().stream().map(TraceEntry::what).toList());
        assertEquals("DRAFT → IN_WORK consultation", trace.entries().get(0).detail());
        assertEquals("Щербаков П. И.", trace.entries().get(0).who());
        assertEquals(List.of("chat", "notifications"), trace.missing());
        assertEquals(trace, traces.trace(OPERATOR, "№ " + request.number() + " "));
        assertEquals(trace, traces.trace(Caller.system("console"), request.id().toString()));
        assertFalse(trace.toString().contains("Иванова"));
        assertEquals("requests.traced", house.audit.actions().get(1));
    }

    @Test
    void nobodyButAnOperatorSeesIt() {
        Request request = house.request(house.filer, house.consultant, "Иванова");
        assertCode("requests.operator-only", () -> traces.trace(House.as(house.filer), request.number()));
        assertCode(
                "requests.operator-only",
                () -> traces.trace(Caller.service(Uuid7.next(), TestStaff.CLINIC, "МИС"), request.number()));
        assertCode("requests.trace-not-found", () -> traces.trace(OPERATOR, "2026-999999"));
        assertCode("requests.trace-not-found", () -> traces.trace(OPERATOR, "Иванова"));
    }

    private static TraceSource source(String domain, TraceEntry entry) {
        return new TraceSource() {
            @Override
            public String domain() {
                return domain;
            }

            @Override
            public List<TraceEntry> trace(UUID requestId) {
                return List.of(entry);
            }
        };
    }

    /** Installed bundles that declare a source. */
    private static BundleContext bundles(String... domains) {
        Bundle[] bundles = java.util.Arrays.stream(domains)
                .map(domain -> proxy(
                        Bundle.class,
                        new Hashtable<>(Map.of(
                                "Consilium-Domain",
                                domain,
                                "Provide-Capability",
                                "osgi.service;objectClass:List<String>=\"" + TraceSource.class.getName() + "\""))))
                .toArray(Bundle[]::new);
        return proxy(BundleContext.class, bundles);
    }

    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer));
    }
}
