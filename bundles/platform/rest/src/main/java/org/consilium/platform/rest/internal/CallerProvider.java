package org.consilium.platform.rest.internal;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.consilium.kernel.Caller;

/** Gives resource methods their {@code @Context Caller}. */
@Provider
public final class CallerProvider implements ContextProvider<Caller> {
    @Override
    public Caller createContext(Message message) {
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        return (Caller) request.getAttribute(Gate.CALLER);
    }
}
