package org.consilium.scheduling.api;

import java.util.List;
import java.util.UUID;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the schedule templates of doctors. A change of a template never moves a booked visit. Doctors change their own templates, a
 * scheduler those of the own organisation, the system all; everybody on staff reads them. Thread-safe; every method joins the caller's
 * transaction.
 */
@ProviderType
public interface TemplateService {
    /**
     * Makes a template. The same id again by the same author answers the template that is there and changes nothing.
     *
     * @throws org.consilium.kernel.ConsiliumException 422 {@code scheduling.invalid} with the wrong fields; 403 {@code scheduling.not-allowed};
     *     409 {@code scheduling.id-taken} when somebody else used the id
     */
    Template create(Caller caller, NewTemplate template);

    /**
     * Changes a template: everything but its doctor. {@code doctorName} is ignored.
     *
     * @throws org.consilium.kernel.ConsiliumException 404 {@code scheduling.no-such-template}; 409 {@code scheduling.changed-meanwhile} when
     *     {@code version} is not the one that is stored; 422 and 403 as {@link #create}
     */
    Template save(Caller caller, Template template);

    /**
     * Deletes a template; booked visits stay. Nothing happens when it is gone already.
     *
     * @throws org.consilium.kernel.ConsiliumException 409 {@code scheduling.changed-meanwhile}; 403 {@code scheduling.not-allowed}
     */
    void delete(Caller caller, UUID id, long version);

    /** The templates of a doctor, or of all doctors when {@code doctorId} is {@code null}, by the doctor's name, then by first day and start. */
    List<Template> list(Caller caller, UUID doctorId);
}
