package org.consilium.signing.provider;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/** A content on its way to a browser, which must neither guess its type nor keep it. */
final class Download {
    private static final String PDF = "application/pdf";

    private Download() {}

    static Response of(Conclusions.Content content, boolean inline) {
        InputStream stream = content.stream();
        StreamingOutput body = out -> {
            try (stream) {
                stream.transferTo(out);
            }
        };
        return headers(content.name(), content.type(), inline && PDF.equals(content.type()))
                .entity(body)
                .header("Content-Length", content.size())
                .build();
    }

    static Response of(String name, String type, String text) {
        return headers(name, type + ";charset=UTF-8", false)
                .entity(text.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static Response.ResponseBuilder headers(String name, String type, boolean inline) {
        String plain = name.replaceAll("[^ !#$&'()+,.0-9;=@A-Z\\[\\]^_`a-z{}~-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return Response.ok()
                .type(type)
                .header(
                        "Content-Disposition",
                        (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''"
                                + encoded)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "private, no-store");
    }
}
