package org.consilium.platform.rest.internal;

import java.net.URI;
import java.net.URISyntaxException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request of a patient or a service under the path that the domain's endpoint knows. */
final class RewrittenRequest extends HttpServletRequestWrapper {
    private final String pathInfo;

    RewrittenRequest(HttpServletRequest request, ApiPath path) {
        super(request);
        this.pathInfo = path.inner();
    }

    @Override
    public String getPathInfo() {
        return pathInfo;
    }

    /** Escaped again, as it is in every other request. */
    @Override
    public String getRequestURI() {
        try {
            return new URI(null, null, getContextPath() + getServletPath() + pathInfo, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an absolute path is always one", e);
        }
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = super.getRequestURL();
        int path = url.indexOf("/", url.indexOf("://") + 3);
        return url.replace(path < 0 ? url.length() : path, url.length(), getRequestURI());
    }
}
