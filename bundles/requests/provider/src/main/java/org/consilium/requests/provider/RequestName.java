package org.consilium.requests.provider;

/** What a request is called everywhere: «№ 2026-000123 · Иванова А. П. · Терапия» (decision 19 of the acceptance list). */
final class RequestName {
    private static final int LONGEST = 400;

    private RequestName() {}

    /**
     * @param patient {@code null} when none takes part
     * @param representative {@code null} when the patient speaks for himself
     */
    static String of(String number, PersonName patient, PersonName representative, String profile) {
        String persons = patient == null ? "" : " · " + patient.abbreviated();
        if (representative != null) {
            persons += " (представитель: " + representative.abbreviated() + ")";
        }
        String name = "№ " + number + persons + " · " + profile;
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
