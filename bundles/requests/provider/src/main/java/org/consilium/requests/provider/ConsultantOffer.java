package org.consilium.requests.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.routes.api.RouteDescription;
import org.consilium.scheduling.api.Slot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who may be the consultant: the filer himself, whatever his profiles, and those doctors of the profile that the route allows.
 */
@Component(service = ConsultantOffer.class)
public class ConsultantOffer {
    private final Neighbours neighbours;

    @Activate
    public ConsultantOffer(@Reference Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** The filer first, then by surname. */
    List<Consultant> list(Caller filer, RouteDescription route, String profile) {
        List<StaffMember> offered = new ArrayList<>();
        neighbours.staff().find(filer.id()).filter(StaffMember::active).ifPresent(offered::add);
        colleagues(filer, route, profile).stream()
                .filter(member -> !member.id().equals(filer.id()))
                .forEach(offered::add);
        Map<UUID, Instant> nextFree = nextFree(filer, offered, route.visitMinutes());
        return offered.stream()
                .map(member -> new Consultant(
                        member.id(),
                        member.fullName(),
                        member.shortName(),
                        member.position(),
                        member.speciality(),
                        member.organisationName(),
                        member.id().equals(filer.id()),
                        nextFree.get(member.id())))
                .toList();
    }

    /** Whether the list would hold the member. */
    boolean offers(Caller filer, RouteDescription route, String profile, StaffMember member) {
        if (member == null || !member.active() || !member.roles().contains(Caller.DOCTOR)) {
            return false;
        }
        return member.id().equals(filer.id())
                || member.profiles().contains(profile)
                        && switch (route.consultants()) {
                            case REGION -> true;
                            case NAMED ->
                                member.organisationId() != null
                                        && route.consultantOrganisations().contains(member.organisationId());
                            case OWN_ORGANISATION ->
                                filer.organisationId() != null
                                        && filer.organisationId().equals(member.organisationId());
                        };
    }

    private List<StaffMember> colleagues(Caller filer, RouteDescription route, String profile) {
        if (route.consultants() == RouteDescription.Consultants.REGION) {
            return neighbours.staff().consultants(Set.of(), profile);
        }
        if (route.consultants() == RouteDescription.Consultants.NAMED) {
            return neighbours.staff().consultants(route.consultantOrganisations(), profile);
        }
        // An empty set would mean the whole region.
        return filer.organisationId() == null
                ? List.of()
                : neighbours.staff().consultants(Set.of(filer.organisationId()), profile);
    }

    private Map<UUID, Instant> nextFree(Caller filer, List<StaffMember> members, int minutes) {
        List<UUID> ids = members.stream().map(StaffMember::id).toList();
        return neighbours
                .visitsIfPresent()
                .map(visits -> visits.nextFree(filer, ids, minutes))
                .orElse(Map.<UUID, Slot>of())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().start()));
    }
}
