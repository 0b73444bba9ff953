package org.consilium.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns texts into HTML. Everything that a page shows goes through here. */
final class Html {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.,;:!?)»\\]]+$");

    private Html() {}

    static String text(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }

    /** The text with web addresses made clickable; they open in a window of their own. */
    static String textWithLinks(String text) {
        StringBuilder html = new StringBuilder();
        Matcher found = ADDRESS.matcher(text);
        int from = 0;
        while (found.find()) {
            String address = END_OF_SENTENCE.matcher(found.group()).replaceAll("");
            html.append(text(text.substring(from, found.start())))
                    .append("<a href=\"%1$s\" target=\"_blank\" rel=\"noopener noreferrer\">%1$s</a>"
                            .formatted(text(address)));
            from = found.start() + address.length();
        }
        return html.append(text(text.substring(from))).toString();
    }
}
