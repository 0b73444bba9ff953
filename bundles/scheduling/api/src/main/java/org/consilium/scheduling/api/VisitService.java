package org.consilium.scheduling.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** Books time. Thread-safe; every method joins the caller's transaction. */
@ProviderType
public interface VisitService {
    /**
     * Books a free slot; flushed, so that a rival's booking is known at once. The same booking again answers the same visit.
     *
     * @throws SlotTakenException when the doctor is booked in that time already; {@link PatientBusyException} when the patient is
     * @throws org.consilium.kernel.ConsiliumException 422 {@code scheduling.no-such-slot} when the doctor's templates have no such slot, the
     *     doctor is absent, or it is past; 409 {@code scheduling.already-booked} when the request has a visit at another time
     */
    Visit book(Caller caller, NewVisit visit);

    /** Frees the time of a request's visit. Nothing happens when there is none. For the request's participants and the system. */
    void release(Caller caller, UUID requestId);

    Optional<Visit> find(UUID requestId);

    /**
     * Where a visit could begin in [from, to), at most 1,000; to is at most 62 days after from.
     *
     * @param minutes how long the visit takes at least, at most 240; 0 for the slots as the templates have them
     */
    List<Slot> freeSlots(Caller caller, UUID doctorId, Instant from, Instant to, int minutes);

    /** The next of each doctor's free slots within 30 days; doctors without one are left out. {@code minutes} as above. */
    Map<UUID, Slot> nextFree(Caller caller, Collection<UUID> doctorIds, int minutes);
}
