package org.consilium.platform.rest.internal;

import java.util.UUID;
import javax.ws.rs.core.MultivaluedMap;
import org.apache.cxf.jaxrs.impl.UriInfoImpl;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;
import org.apache.cxf.jaxrs.model.ParameterType;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;

/** Tells a malformed identifier of the path from a malformed parameter of the query: JAX-RS answers 404 to both. */
final class Parameters {
    private Parameters() {}

    /** Whether each identifier in the path of the current request is one, so that the query has to be at fault. */
    static boolean pathIsWellFormed() {
        Message message = JAXRSUtils.getCurrentMessage();
        OperationResourceInfo operation =
                message == null ? null : message.getExchange().get(OperationResourceInfo.class);
        if (operation == null) {
            return false;
        }
        MultivaluedMap<String, String> path = new UriInfoImpl(message).getPathParameters();
        Class<?>[] types = operation.getMethodToInvoke().getParameterTypes();
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getType() == ParameterType.PATH
                    && types[parameter.getIndex()] == UUID.class
                    && !isUuid(path.getFirst(parameter.getName()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUuid(String text) {
        try {
            return text != null && UUID.fromString(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
