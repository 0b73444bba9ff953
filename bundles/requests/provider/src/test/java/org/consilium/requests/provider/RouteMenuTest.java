package org.consilium.requests.provider;

import static org.consilium.requests.provider.DraftServiceTest.assertCode;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.consilium.kernel.Caller;
import org.consilium.platform.testing.Engine;
import org.consilium.platform.testing.Proves;
import org.consilium.requests.provider.catalogue.TestRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class RouteMenuTest {
    private final House house;
    private final Caller filer;

    RouteMenuTest(Engine engine) {
        house = new House(engine);
        filer = House.as(house.filer);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Proves({"S045", "S046"})
    void routesComeWithTheirProfilesAndFavourites() {
        house.menu.addFavourite(filer, TestRoutes.PATIENT.id());
        house.menu.addFavourite(filer, TestRoutes.PATIENT.id());
        List<RouteRow> routes = house.menu.routes(filer);
        assertEquals(
                List.of(
                        "general.doctor",
                        "general.representative",
                        "general.patient",
                        "general.asking",
                        "regional.patient"),
                routes.stream().map(RouteRow::id).toList());
        assertEquals(
                List.of("general.patient"),
                routes.stream().filter(RouteRow::favourite).map(RouteRow::id).toList());
        assertEquals(
                List.of(TestRoutes.THERAPY, TestRoutes.PAEDIATRICS),
                routes.get(1).profiles());
        assertEquals(
                0,
                house.menu.routes(House.as(house.colleague)).stream()
                        .filter(RouteRow::favourite)
                        .count());
        house.menu.removeFavourite(filer, TestRoutes.PATIENT.id());
        house.menu.removeFavourite(filer, "\u0000");
        assertEquals(0, house.rows("requests_favourite"));
    }

    @Test
    @Proves({"S046"})
    void onlyDoctorsAreOfferedRoutes() {
        Caller scheduler = Caller.staff(house.filer.id(), TestStaff.CLINIC, Set.of(Caller.SCHEDULER), "Щ");
        assertCode("requests.doctors-only", () -> house.menu.routes(scheduler));
        assertCode("requests.doctors-only", () -> house.menu.addFavourite(scheduler, TestRoutes.PATIENT.id()));
        assertCode("requests.doctors-only", () -> house.menu.removeFavourite(scheduler, TestRoutes.PATIENT.id()));
        assertCode("requests.unknown-route", () -> house.menu.addFavourite(filer, "no.such"));
    }
}
