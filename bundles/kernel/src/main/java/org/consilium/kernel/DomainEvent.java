package org.consilium.kernel;

/**
 * Something that happened in a domain, told to others after the transaction that caused it. Implementations are records of an
 * {@code api} package, named in the past tense, with identifiers and flags only: never a name, a diagnosis or a text of a
 * person. They are stored as JSON under {@link #type()}; adding a component is compatible, removing or renaming one is not.
 */
public interface DomainEvent {
    /** Events with the same key reach a consumer in the order in which they were appended; usually the id of the request. */
    String key();

    /** The stored name, for example {@code requests.RequestSubmitted}: the domain and the simple name of the record. */
    default String type() {
        return typeOf(getClass());
    }

    /** The stored name of an event class. */
    static String typeOf(Class<?> event) {
        String[] parts = event.getPackageName().split("\\.");
        return (parts.length > 2 ? parts[2] : event.getPackageName()) + "." + event.getSimpleName();
    }
}
