package org.consilium.signing.provider;

/** The three documents of the regulation on consultations at a distance. */
public enum Template {
    /** After a consultation of a patient at a distance. */
    REMOTE_CONSULTATION("Заключение по результатам дистанционной консультации пациента", "Заключение"),
    /** Of a consultant, for a doctor. */
    CONSULTANT_CONCLUSION("Консультативное заключение врача-консультанта", "Консультативное заключение"),
    CONSILIUM_PROTOCOL("Протокол консилиума врачей", "Протокол консилиума");

    private final String title;
    private final String fileName;

    Template(String title, String fileName) {
        this.title = title;
        this.fileName = fileName;
    }

    String title() {
        return title;
    }

    /** The beginning of a file's name. */
    String fileName() {
        return fileName;
    }
}
