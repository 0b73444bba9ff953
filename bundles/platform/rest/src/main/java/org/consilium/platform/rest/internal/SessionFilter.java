package org.consilium.platform.rest.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.annotation.Priority;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.ext.Provider;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.rest.Anonymous;

/** Nobody passes without a session unless the method is {@link Anonymous}; no JSON body grows without bounds. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class SessionFilter implements ContainerRequestFilter {
    private static final int MAX_JSON = 1 << 20;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean anonymous = resource.getResourceMethod() != null && resource.getResourceMethod().isAnnotationPresent(Anonymous.class);
        if (!anonymous && request.getAttribute(Gate.CALLER) == null) {
            throw new ConsiliumException(ConsiliumException.Status.UNAUTHENTICATED, "platform.not-logged-in", "no session");
        }
        InputStream body = context.getEntityStream();
        if (body != null) {
            boolean upload = context.getHeaderString("Consilium-Upload") != null;
            context.setEntityStream(upload ? new Unbuffered(body) : new Bounded(body));
        }
    }

    /**
     * CXF reads what is left of a body of its own kind before it answers: a file that is refused would be kept in memory or on disk, and after
     * one that broke off there would be no answer at all.
     */
    private static final class Unbuffered extends FilterInputStream {
        Unbuffered(InputStream in) {
            super(in);
        }
    }

    /** A chunked body has no length to check beforehand. */
    private static final class Bounded extends FilterInputStream {
        private int left = MAX_JSON;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new ConsiliumException(ConsiliumException.Status.TOO_LARGE, "platform.too-large", "more than 1 MiB of JSON");
            }
        }
    }
}
