package org.consilium.documents.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.consilium.documents.api.Document;

/** A file on its way to a browser, which must neither guess its type, nor run anything in it, nor keep it. */
final class ContentResponse {
    private static final int BUFFER = 1 << 16;

    private ContentResponse() {}

    /** @param inline asked for to be shown in the page */
    static Response of(StoredContent content, boolean inline) {
        Document document = content.document();
        Optional<ContentRange> asked = content.range();
        if (asked.filter(ContentRange::isUnsatisfiable).isPresent()) {
            return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + document.size())
                    .build();
        }
        ContentRange range = asked.orElse(new ContentRange(0, document.size() - 1));
        Response.ResponseBuilder response =
                Response.status(asked.isPresent() ? Response.Status.PARTIAL_CONTENT : Response.Status.OK);
        asked.ifPresent(part ->
                response.header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + document.size()));
        return response.entity(body(content, range))
                .type(document.type())
                .header("Content-Length", range.length())
                .header("Content-Disposition", ContentDisposition.of(document.name(), inline && content.inline()))
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private static StreamingOutput body(StoredContent content, ContentRange range) {
        // opened before the headers leave, so that a missing content is an error and not a broken answer
        FileChannel channel = content.channel().get();
        return out -> {
            try (channel) {
                copy(channel, range, out);
            }
        };
    }

    private static void copy(FileChannel channel, ContentRange range, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, range.length()));
        channel.position(range.first());
        for (long left = range.length(); left > 0; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            int read = channel.read(buffer);
            if (read < 0) {
                throw new IOException("the content became shorter");
            }
            out.write(buffer.array(), 0, read);
            left -= read;
        }
    }
}
