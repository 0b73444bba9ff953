package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Uuid7;
import org.consilium.platform.testing.Engine;
import org.consilium.requests.provider.catalogue.TestRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RouteOversightTest {
    private static final Caller OPERATOR =
            Caller.staff(Uuid7.next(), TestStaff.CLINIC, Set.of(Caller.OPERATOR), "Оператор");

    private final House house = new House(Engine.H2);
    private final RouteOversight oversight = new RouteOversight(house.catalogue, house.use);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatIsThereIsShownWithWhatIsDoneWithIt() {
        RouteOverview overview = oversight.overview(OPERATOR);
        assertEquals(5, overview.routes().size());
        assertEquals(List.of(), overview.refused());
        RouteLine line = overview.routes().stream()
                .filter(one -> one.id().equals(TestRoutes.PATIENT.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(RouteLine.State.OFFERED, line.state());
        assertEquals(TestRoutes.PATIENT.title(), line.title());
    }

    @Test
    void aFileIsLookedAtWithoutBeingOffered() {
        RouteFindings faulty = oversight.examine(OPERATOR, new RouteText("mine.json", "{\n  \"id\": 1,\n}"));
        assertTrue(
                faulty.problems().get(0).startsWith("mine.json:3:"),
                faulty.problems().toString());
        assertEquals(List.of(), faulty.findings());
        assertTrue(oversight
                .examine(OPERATOR, new RouteText(null, "{}"))
                .problems()
                .get(0)
                .startsWith("route: "));
        assertEquals(5, oversight.overview(OPERATOR).routes().size());
        assertCode("requests.incomplete", () -> oversight.examine(OPERATOR, new RouteText("x", " ")));
    }

    @Test
    void onlyForOperators() {
        Caller doctor = House.as(house.filer);
        assertCode("requests.operator-only", () -> oversight.overview(doctor));
        assertCode("requests.operator-only", () -> oversight.examine(doctor, new RouteText("x", "{}")));
    }
}
