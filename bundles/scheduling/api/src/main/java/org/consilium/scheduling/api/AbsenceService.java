package org.consilium.scheduling.api;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the absences of doctors. An absence offers no new slots; visits that are booked already stay until they are released. The same
 * rights as for templates. Thread-safe; every method joins the caller's transaction.
 */
@ProviderType
public interface AbsenceService {
    /**
     * Enters an absence. The same id again by the same author answers the absence that is there and changes nothing.
     *
     * @throws org.consilium.kernel.ConsiliumException 422 {@code scheduling.invalid} with the wrong fields; 403 {@code scheduling.not-allowed};
     *     409 {@code scheduling.id-taken} when somebody else used the id
     */
    Absence create(Caller caller, NewAbsence absence);

    /**
     * Deletes an absence. Nothing happens when it is gone already.
     *
     * @throws org.consilium.kernel.ConsiliumException 403 {@code scheduling.not-allowed}
     */
    void delete(Caller caller, UUID id);

    /** The doctor's absences that have not ended, by start. */
    List<Absence> list(Caller caller, UUID doctorId);
}
