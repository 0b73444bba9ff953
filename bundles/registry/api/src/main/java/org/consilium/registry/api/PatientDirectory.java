package org.consilium.registry.api;

import java.util.List;
import java.util.Optional;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A source of persons: the embedded index, or an adapter to a registry of the region. The one with the highest service ranking is
 * used. Doctors and the system may ask; others get 403 {@code registry.not-allowed}. Every look-up is audited, also one without result,
 * by the kind of the identifier and the number of hits, never by its value. Thread-safe.
 */
@ConsumerType
public interface PatientDirectory {
    /**
     * Everybody with that identifier; empty is a normal outcome. A wrong check digit does not stop the search.
     *
     * @throws org.consilium.kernel.ConsiliumException 422 {@code registry.invalid-identifier} when it cannot be such an identifier,
     *     429 {@code platform.too-many-attempts} when the caller asks too often
     */
    List<Person> find(Caller caller, PersonQuery query);

    /** A person by the registry's id. */
    Optional<Person> get(Caller caller, String personId);

    /**
     * Whether it answers from the platform's own database, so that asking it costs no more within a transaction than outside. A directory
     * that asks another system must not be waited for with a connection of the pool in hand.
     */
    default boolean isLocal() {
        return false;
    }
}
