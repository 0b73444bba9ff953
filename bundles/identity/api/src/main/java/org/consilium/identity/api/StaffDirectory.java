package org.consilium.identity.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.consilium.kernel.Page;
import org.osgi.annotation.versioning.ProviderType;

/** Looks up staff. Thread-safe. */
@ProviderType
public interface StaffDirectory {
    /** Also dismissed members, so that old requests can name them. */
    Optional<StaffMember> find(UUID id);

    /** Several at once, by id; unknown ids are left out. */
    Map<UUID, StaffMember> findAll(Collection<UUID> ids);

    /**
     * Active doctors who consult in a profile, by surname.
     *
     * @param organisations only these organisations; empty for the whole region
     * @param profile code of the medical-care profile; {@code null} for any
     */
    List<StaffMember> consultants(Set<UUID> organisations, String profile);

    /**
     * Active doctors with the right to coordinate, by surname.
     *
     * @param organisations only these organisations; empty for the whole region
     */
    List<StaffMember> coordinators(Set<UUID> organisations);

    /** Everybody in the system, by surname (keyset), found by any word of name, position, speciality or organisation. Staff only. */
    Page<StaffMember> search(Caller caller, String query, String cursor, int limit);
}
