package org.consilium.routes.api;

/**
 * A form: what is asked, and how it is shown. In a route that is a file both members are JSON objects, here they are their text.
 *
 * @param schema JSON Schema 2020-12 of an object, from the subset that {@code docs/vendor-guide.md} lists; no reference leaves it
 * @param ui hints by member: {@code ui:title} and other texts as {@code {"ru": …, "en": …}}, {@code ui:widget}, {@code ui:order}, which is an
 *     object of JSON as well; {@code null} for none
 */
public record RouteForm(String schema, String ui) {}
