package org.consilium.documents.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The {@code Content-Disposition} header with a name in any script (RFC 6266, RFC 8187). */
final class ContentDisposition {
    private ContentDisposition() {}

    /** @param inline shown in the page rather than saved */
    static String of(String name, boolean inline) {
        String plain = name.replaceAll("[^ !#$&'()+,.0-9;=@A-Z\\[\\]^_`a-z{}~-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
