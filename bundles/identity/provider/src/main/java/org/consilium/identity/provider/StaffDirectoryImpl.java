package org.consilium.identity.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.identity.api.StaffDirectory;
import org.consilium.identity.api.StaffMember;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.Page;
import org.consilium.platform.persistence.SearchWords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The directory of staff. */
@Component(service = {StaffDirectory.class, StaffDirectoryImpl.class})
public class StaffDirectoryImpl implements StaffDirectory {
    private static final int MAX_LIMIT = 200;
    /** More words than a name, a position and an organisation together are of no use and would cost a subquery each. */
    private static final int MAX_PREFIXES = 8;

    private final StaffRepository repository;

    @Activate
    public StaffDirectoryImpl(@Reference StaffRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<StaffMember> find(UUID id) {
        return Optional.ofNullable(repository.members(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, StaffMember> findAll(Collection<UUID> ids) {
        return repository.members(ids);
    }

    @Override
    public List<StaffMember> consultants(Set<UUID> organisations, String profile) {
        return repository.consultants(organisations, profile);
    }

    /** Active doctors of a service's own organisation, by surname. */
    Page<StaffMember> doctors(Caller caller, String cursor, int limit) {
        if (!caller.isService()) {
            throw ConsiliumException.forbidden("identity.service-only");
        }
        int size = size(limit);
        Page<StaffMember> members =
                page(repository.ofOrganisation(caller.organisationId(), StaffCursor.of(cursor), size + 1), size);
        return new Page<>(
                members.items().stream()
                        .filter(member -> member.roles().contains(Caller.DOCTOR))
                        .toList(),
                members.next());
    }

    @Override
    public List<StaffMember> coordinators(Set<UUID> organisations) {
        return repository.coordinators(organisations);
    }

    @Override
    public Page<StaffMember> search(Caller caller, String query, String cursor, int limit) {
        if (!caller.isStaff() && !caller.isSystem()) {
            throw ConsiliumException.forbidden("identity.staff-only");
        }
        int size = size(limit);
        List<String> prefixes =
                SearchWords.query(query).stream().limit(MAX_PREFIXES).toList();
        return page(repository.search(prefixes, StaffCursor.of(cursor), size + 1), size);
    }

    private static int size(int limit) {
        return Math.max(1, Math.min(limit, MAX_LIMIT));
    }

    private static Page<StaffMember> page(List<StaffRepository.Found> found, int size) {
        boolean more = found.size() > size;
        List<StaffRepository.Found> page = more ? found.subList(0, size) : found;
        return new Page<>(
                page.stream().map(StaffRepository.Found::member).toList(),
                more ? page.get(size - 1).cursor().encoded() : null);
    }
}
