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
import org.apache.cxf.io.DelegatingInputStream;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.consilium.kernel.ConsiliumException;
import org.consilium.platform.rest.Anonymous;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nobody passes without a session unless the method is {@link Anonymous}; no JSON body grows without bounds. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class SessionFilter implements ContainerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFilter.class);
    private static final int MAX_JSON = 1 << 20;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean anonymous = resource.getResourceMethod() != null
                && resource.getResourceMethod().isAnnotationPresent(Anonymous.class);
        if (!anonymous && request.getAttribute(Gate.CALLER) == null) {
            throw new ConsiliumException(
                    ConsiliumException.Status.UNAUTHENTICATED, "platform.not-logged-in", "no session");
        }
        InputStream body = context.getEntityStream();
        if (body != null) {
            JAXRSUtils.getCurrentMessage().setContent(DelegatingInputStream.class, new Rest(body));
            boolean upload = context.getHeaderString("Consilium-Upload") != null;
            context.setEntityStream(upload ? body : new Bounded(body));
        }
    }

    /**
     * What nobody read of a body. CXF keeps it in memory or on disk before it answers, however much it is, and answers nothing when it broke
     * off. Here it is thrown away, within bounds, so that its sender hears the answer.
     */
    private static final class Rest extends DelegatingInputStream {
        private static final int DISCARDED = 64 << 20;
        private static final int BUFFER = 1 << 16;

        private final InputStream body;

        Rest(InputStream body) {
            super(body);
            this.body = body;
        }

        @Override
        public void cacheInput() {
            byte[] buffer = new byte[BUFFER];
            try {
                int read = 0;
                for (int sum = 0; read >= 0 && sum < DISCARDED; sum += read) {
                    read = body.read(buffer);
                }
            } catch (IOException | RuntimeException e) {
                LOG.debug("a body broke off: {}", e.getClass().getName());
            }
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
                throw new ConsiliumException(
                        ConsiliumException.Status.TOO_LARGE, "platform.too-large", "more than 1 MiB of JSON");
            }
        }
    }
}
