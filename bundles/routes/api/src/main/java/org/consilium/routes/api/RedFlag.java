package org.consilium.routes.api;

/**
 * An answer of the patient that the doctor has to see first: his request goes to the top of the list.
 *
 * @param title what the doctor reads
 * @param when JSON Schema that the answers to the questionnaire satisfy when the flag is raised; in a file an object, here its text
 */
public record RedFlag(LocalText title, String when) {}
