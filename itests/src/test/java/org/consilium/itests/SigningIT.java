package org.consilium.itests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.SigningSteps;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conclusion in the built distribution: written, signed with a real key, archived, executed, read by the patient, sealed. */
class SigningIT {
    private Distribution distribution;
    private Api doctor;
    private String request;

    @BeforeEach
    void file() {
        distribution = Distribution.shared();
        doctor = Api.as(distribution, Demo.DOCTOR);
        request = Consultations.file(doctor, Consultations.accountOf(doctor), Demo.ANNA.id())
                .id();
        Consultations.awaitChat(doctor, request);
    }

    @Test
    @Proves({"S161", "S163"})
    void theArchiveComesBeforeTheEndAndThePatientVerifiesIt(@TempDir Path folder) throws Exception {
        Api patient = Consultations.patient(distribution, doctor, request, Demo.ANNA);
        String path = SigningSteps.path(request);
        String document = SigningSteps.document(doctor, request);
        Api.Answer early = doctor.post(path + "/completion", Map.of("documentId", document));
        assertEquals("409 signing.archive-missing", early.status() + " " + early.code());
        assertEquals("IN_WORK", state());
        JsonNode signed = doctor.post(path + "/signature", SigningSteps.signature(doctor, document))
                .ok();
        assertEquals("SIGNED", signed.path("state").asText());
        assertEquals("IN_WORK", state());
        assertEquals(0, patient.get("/api/visit/signing/documents").ok().size());
        doctor.post(path + "/completion", Map.of("documentId", document)).ok();
        assertEquals("EXECUTED", state());

        JsonNode found = patient.get("/api/visit/signing/documents").ok().get(0);
        assertEquals(document, found.path("id").asText());
        assertTrue(patient.post("/api/visit/signing/documents/" + document + "/verification", Map.of())
                .ok()
                .path("valid")
                .asBoolean());
        Map<String, byte[]> archive = unzipped(patient.get("/api/visit/signing/documents/" + document + "/archive")
                .raw()
                .body());
        assertEquals(Set.of("conclusion.pdf", "conclusion.pdf.sig", "signer.cer", "protocol.txt"), archive.keySet());
        assertArrayEquals(
                doctor.get("/api/signing/documents/" + document + "/content")
                        .raw()
                        .body(),
                archive.get("conclusion.pdf"));
        assertTrue(new String(archive.get("conclusion.pdf"), 0, 8, StandardCharsets.US_ASCII).startsWith("%PDF-1."));

        SigningSteps.awaitRecord(doctor, request);
        Path record = folder.resolve("record.txt");
        Files.write(record, doctor.get(path + "/sealed-record").raw().body());
        assertTrue(Files.readString(record).contains(" signing.signed "));
        assertTrue(checked(record).startsWith("unchanged, seal "));
        Files.writeString(record, Files.readString(record).replace(" signing.signed ", " signing.forged "));
        assertTrue(checked(record).contains("signing.forged"));
    }

    @Test
    void aRequestThatAwaitsItsSignatureIsClosedForWritingAndExecutedLater() {
        String path = SigningSteps.path(request);
        String document = SigningSteps.document(doctor, request);
        doctor.post(path + "/await-signature", Map.of("documentId", document)).ok();
        assertEquals("AWAITING_SIGNATURE", state());
        Api.Answer message =
                doctor.post("/api/chat/chats/" + request + "/messages", Map.of("id", Ids.next(), "text", "ещё одно"));
        assertEquals("409 requests.closed", message.status() + " " + message.code());
        assertTrue(doctor.get("/api/signing/awaiting").ok().toString().contains(document));
        doctor.post(path + "/signature", SigningSteps.signature(doctor, document))
                .ok();
        doctor.post(path + "/completion", Map.of("documentId", document)).ok();
        assertEquals("EXECUTED", state());
    }

    private String state() {
        return doctor.get("/api/requests/" + request).ok().path("state").asText();
    }

    /** The command that an auditor runs, with the archive's own jar and nothing else. */
    private String checked(Path record) throws IOException, InterruptedException {
        try (var jars = Files.walk(distribution.home().resolve("system/org/consilium/org.consilium.signing.api"))) {
            Path jar = jars.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            Process process = new ProcessBuilder(
                            "java", "-cp", jar.toString(), "org.consilium.signing.api.RecordCheck", record.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        }
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}
