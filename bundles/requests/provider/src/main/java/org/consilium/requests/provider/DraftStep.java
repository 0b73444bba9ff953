package org.consilium.requests.provider;

/** The steps of the wizard after the profile, in their order; the contact step also holds the represented patient. */
public enum DraftStep {
    PERSON,
    CONTACT,
    CONSULTANT,
    SLOT;

    boolean isBefore(DraftStep other) {
        return compareTo(other) < 0;
    }
}
