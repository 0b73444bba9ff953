package org.consilium.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.consilium.kernel.Caller;
import org.consilium.kernel.ConsiliumException;
import org.consilium.kernel.FieldProblem;
import org.consilium.platform.rest.RestResource;
import org.consilium.signing.testauthority.TestKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/demo/signer}: signs for the doctor who is logged in. There is no such path where there is no demo. */
@Component(service = RestResource.class, property = RestResource.DOMAIN + "=demo")
@Path("signer")
@Produces("application/json")
@Consumes("application/json")
public class DemoSignerResource implements RestResource {
    private final DemoSigner signer;

    @Activate
    public DemoSignerResource(@Reference DemoSigner signer) {
        this.signer = signer;
    }

    /** @param content base64 of the bytes to sign */
    public record Content(String content) {}

    @GET
    public DemoCertificate certificate(@Context Caller caller) {
        TestKey key = signer.keyOf(caller);
        byte[] der = key.certificateDer();
        return new DemoCertificate(
                Base64.getEncoder().encodeToString(der),
                caller.name(),
                "Демонстрационный УЦ (не для работы)",
                key.certificate().getSerialNumber().toString(16),
                key.certificate().getNotBefore().toInstant(),
                key.certificate().getNotAfter().toInstant(),
                "ГОСТ Р 34.10-2012, 256 бит",
                thumbprint(der));
    }

    @POST
    @Path("signature")
    public Map<String, String> signature(@Context Caller caller, Content content) {
        if (content == null || content.content() == null) {
            throw bad("required");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(content.content());
            return Map.of("cms", Base64.getEncoder().encodeToString(signer.sign(caller, bytes)));
        } catch (IllegalArgumentException e) {
            throw bad("format");
        }
    }

    private static ConsiliumException bad(String problem) {
        return ConsiliumException.invalid("demo.bad-content", List.of(new FieldProblem("content", problem)));
    }

    private static String thumbprint(byte[] der) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
