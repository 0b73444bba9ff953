package org.consilium.requests.provider.catalogue;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;

/** Looks at a route before it is offered. */
public final class RouteExamination {
    private RouteExamination() {}

    /** @return what is wrong with a file, each with its place; empty when nothing is */
    public static List<String> problems(byte[] file, String place) {
        try {
            new RouteFile().read(new ByteArrayInputStream(file), place);
            return List.of();
        } catch (FaultyRouteException e) {
            return Stream.of(e.refused().cause().split("; "))
                    .map(cause -> e.refused().place() + ": " + cause)
                    .toList();
        }
    }
}
