package org.consilium.registry.api;

import java.util.Iterator;
import org.consilium.kernel.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** Fills the embedded index. Thread-safe. */
@ProviderType
public interface PersonImport {
    /**
     * Takes persons over, in batches, each in a transaction of its own (all in the caller's when there is one). A person is known by
     * the id: a new one is added, a changed one replaced, an equal one left alone, so that the same import can be run again, also after
     * it broke off. Nobody is removed. A person who cannot be kept is counted and named by id, and the import goes on; a wrong check
     * digit is no reason, as real registries hold such numbers and people search by them.
     *
     * @param caller the system, or an operator
     * @throws org.consilium.kernel.ConsiliumException 403 {@code registry.not-allowed}
     */
    ImportResult importAll(Caller caller, Iterator<Person> persons);
}
