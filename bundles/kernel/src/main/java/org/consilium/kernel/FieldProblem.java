package org.consilium.kernel;

/**
 * One wrong field of an input.
 *
 * @param field JSON pointer (RFC 6901) into the input without the leading slash, for example {@code represented/birthDate}
 * @param code what is wrong: {@code required}, {@code format}, {@code too-long}, {@code check-digit}, {@code range}, {@code unknown} or one of the domain's own
 */
public record FieldProblem(String field, String code) {}
