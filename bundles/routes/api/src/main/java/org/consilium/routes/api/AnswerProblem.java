package org.consilium.routes.api;

/**
 * What is wrong with the answers to a form beyond what its schema can say.
 *
 * @param step id of the form step
 * @param field JSON pointer into its answers without the leading slash; empty for the form as a whole
 * @param text says what to do; no answer is repeated in it
 */
public record AnswerProblem(String step, String field, LocalText text) {}
