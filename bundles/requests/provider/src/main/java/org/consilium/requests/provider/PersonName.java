package org.consilium.requests.provider;

/** The name of a person, in the two forms in which requests show it. */
record PersonName(String surname, String name, String patronymic) {
    /** «Иванова Анна Петровна» */
    String full() {
        return patronymic == null || patronymic.isBlank()
                ? surname + " " + name
                : surname + " " + name + " " + patronymic;
    }

    /** «Иванова А. П.» */
    String abbreviated() {
        StringBuilder text = new StringBuilder(surname);
        for (String part : new String[] {name, patronymic}) {
            if (part != null && !part.isBlank()) {
                text.append(' ').appendCodePoint(part.strip().codePointAt(0)).append('.');
            }
        }
        return text.toString();
    }
}
