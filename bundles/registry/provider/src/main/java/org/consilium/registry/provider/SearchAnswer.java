package org.consilium.registry.provider;

import java.util.List;
import org.consilium.registry.api.Person;

/**
 * What a search found.
 *
 * @param items everybody with that identifier, often nobody
 * @param checkDigit false when the identifier's check digit is wrong: a slip, most likely
 */
public record SearchAnswer(List<Person> items, boolean checkDigit) {}
