package org.consilium.requests.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteStep;
import org.consilium.scheduling.api.Slot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who may be the consultant: the filer himself, whatever his profiles, unless doctors consult among themselves, and those doctors of the profile
 * that the route allows. On a coordinated route the filer chooses a coordinator there.
 */
@Component(service = ConsultantOffer.class)
public class ConsultantOffer {
    private final Neighbours neighbours;

    @Activate
    public ConsultantOffer(@Reference Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Whom the filer may choose: himself first, then by surname. */
    List<Consultant> list(Caller filer, RouteDescription route, String profile) {
        return route.coordinated()
                ? coordinators(filer, route, filer.id())
                : consultants(filer, route, profile, filer.id());
    }

    /** Whether that list would hold the member. */
    boolean offers(Caller filer, RouteDescription route, String profile, StaffMember member) {
        return route.coordinated()
                ? coordinates(filer, route, filer.id(), member)
                : consults(filer, route, profile, filer.id(), member);
    }

    /** Who may coordinate a request: not its filer. */
    List<Consultant> coordinators(Caller caller, RouteDescription route, UUID filerId) {
        return organisations(caller, route)
                .map(organisations -> neighbours.staff().coordinators(organisations))
                .orElse(List.of())
                .stream()
                .filter(member -> !member.id().equals(filerId))
                .map(member -> shown(caller, member, null))
                .toList();
    }

    boolean coordinates(Caller caller, RouteDescription route, UUID filerId, StaffMember member) {
        return isDoctor(member)
                && member.roles().contains(Caller.COORDINATOR)
                && !member.id().equals(filerId)
                && isWithin(caller, route, member);
    }

    /** To whom the caller may give a request of the filer: the filer first, where he may consult, then by surname. */
    List<Consultant> consultants(Caller caller, RouteDescription route, String profile, UUID filerId) {
        List<StaffMember> offered = new ArrayList<>();
        if (mayConsultHimself(caller, route, filerId)) {
            neighbours.staff().find(filerId).filter(StaffMember::active).ifPresent(offered::add);
        }
        organisations(caller, route)
                .map(organisations -> neighbours.staff().consultants(organisations, profile))
                .orElse(List.of())
                .stream()
                .filter(member -> offered.stream().noneMatch(member::equals))
                .filter(member -> consults(caller, route, profile, filerId, member))
                .forEach(offered::add);
        Map<UUID, Instant> nextFree = nextFree(caller, offered, route);
        return offered.stream()
                .map(member -> shown(caller, member, nextFree.get(member.id())))
                .toList();
    }

    boolean consults(Caller caller, RouteDescription route, String profile, UUID filerId, StaffMember member) {
        if (!isDoctor(member)) {
            return false;
        }
        boolean filer = member.id().equals(filerId);
        if (filer && route.audience() == RouteDescription.Audience.DOCTOR) {
            return false;
        }
        return filer && mayConsultHimself(caller, route, filerId)
                || member.profiles().contains(profile) && isWithin(caller, route, member);
    }

    private static boolean mayConsultHimself(Caller caller, RouteDescription route, UUID filerId) {
        return caller.id().equals(filerId) && route.audience() != RouteDescription.Audience.DOCTOR;
    }

    private static boolean isDoctor(StaffMember member) {
        return member != null && member.active() && member.roles().contains(Caller.DOCTOR);
    }

    private static boolean isWithin(Caller caller, RouteDescription route, StaffMember member) {
        return organisations(caller, route)
                .filter(organisations -> organisations.isEmpty() || organisations.contains(member.organisationId()))
                .isPresent();
    }

    /** Where the route allows the caller to look: an empty set for the whole region, nothing for nowhere. */
    private static Optional<Set<UUID>> organisations(Caller caller, RouteDescription route) {
        return switch (route.consultants()) {
            case REGION -> Optional.of(Set.of());
            case NAMED -> Optional.of(route.consultantOrganisations());
            case OWN_ORGANISATION ->
                Optional.ofNullable(caller.organisationId()).map(Set::of);
        };
    }

    private static Consultant shown(Caller caller, StaffMember member, Instant nextFree) {
        return new Consultant(
                member.id(),
                member.fullName(),
                member.shortName(),
                member.position(),
                member.speciality(),
                member.organisationName(),
                member.id().equals(caller.id()),
                nextFree);
    }

    private Map<UUID, Instant> nextFree(Caller caller, List<StaffMember> members, RouteDescription route) {
        if (!route.asks(RouteStep.Kind.SLOT)) {
            return Map.of();
        }
        List<UUID> ids = members.stream().map(StaffMember::id).toList();
        return neighbours
                .visitsIfPresent()
                .map(visits -> visits.nextFree(caller, ids, route.visitMinutes()))
                .orElse(Map.<UUID, Slot>of())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().start()));
    }
}
