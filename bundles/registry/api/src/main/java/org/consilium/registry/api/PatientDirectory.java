package org.consilium.registry.api;

import java.util.List;
import java.util.Optional;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/** A source of persons: the embedded index, or an adapter to a registry of the region. Thread-safe. */
@ConsumerType
public interface PatientDirectory {
    /**
     * Everybody with that identifier; empty is a normal outcome. Only staff may ask; every look-up is audited, also one without result.
     *
     * @throws org.consilium.kernel.ConsiliumException 422 {@code registry.invalid-identifier} when it cannot be such an identifier
     */
    List<Person> find(Caller caller, PersonQuery query);

    /** A person by the registry's id. */
    Optional<Person> get(Caller caller, String personId);
}
