package org.consilium.signing.provider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consilium.signing.api.SignatureCheck;
import org.consilium.signing.api.SignerCertificate;

/** The archive: document, detached signature, certificates of its signers, and in words what was checked. Plain names, so that every tool takes them. */
final class SignatureArchive {
    static final String DOCUMENT = "conclusion.pdf";
    static final String SIGNATURE = "conclusion.pdf.sig";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    private final ZoneId zone;

    SignatureArchive(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Makes the ZIP.
     *
     * @param checked a good signature
     * @param stampProblem why there is no time-stamp although a service is configured, {@code null} for no problem
     */
    byte[] zip(
            DocumentEntity document, byte[] pdf, byte[] cms, SignatureCheck checked, Instant at, String stampProblem) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
                entry(zip, DOCUMENT, pdf);
                entry(zip, SIGNATURE, cms);
                for (int i = 0; i < checked.signers().size(); i++) {
                    String name = i == 0 ? "signer.cer" : "signer-" + (i + 1) + ".cer";
                    entry(zip, name, checked.signers().get(i).certificate().der());
                }
                entry(
                        zip,
                        "protocol.txt",
                        protocol(document, checked, at, stampProblem).getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private String protocol(DocumentEntity document, SignatureCheck checked, Instant at, String stampProblem) {
        StringBuilder text = new StringBuilder("ПРОТОКОЛ ТЕХНИЧЕСКОЙ ПРОВЕРКИ ЭЛЕКТРОННОЙ ПОДПИСИ\n\n");
        line(text, "Документ", DOCUMENT + " («" + document.name + "»)");
        line(text, "Размер", document.size + " байт");
        line(text, "SHA-256", document.sha256);
        line(text, "Подпись", SIGNATURE + ", отсоединённая, CMS/CAdES");
        line(text, "Проверено", time(at));
        line(text, "Результат", "подпись верна");
        for (SignatureCheck.Signer signer : checked.signers()) {
            SignerCertificate certificate = signer.certificate();
            text.append('\n');
            line(text, "Подписал(а)", certificate.name());
            if (certificate.organisation() != null) {
                line(text, "Организация", certificate.organisation());
            }
            line(text, "Сертификат", certificate.serial());
            line(text, "Выдан", certificate.issuer());
            line(text, "Действует", time(certificate.validFrom()) + " – " + time(certificate.validTo()));
            line(text, "Алгоритм", certificate.algorithm());
            line(text, "Цепочка", String.join(" < ", signer.chain()));
            line(text, "Отзыв", "проверен по списку отозванных сертификатов издателя");
            if (signer.claimedAt() != null) {
                line(text, "Время по часам подписавшего", time(signer.claimedAt()));
            }
            if (signer.timeStampedAt() != null) {
                line(text, "Метка времени", time(signer.timeStampedAt()));
            }
        }
        if (stampProblem != null) {
            text.append('\n');
            line(text, "Метка времени", "не получена: " + stampProblem);
        }
        return text.append(
                        "\nЭто техническая проверка. Юридически значимую проверку выполняет сертифицированное средство.\n")
                .append(
                        "Проверить самостоятельно (OpenSSL с модулем ГОСТ; ca.pem – сертификат удостоверяющего центра):\n")
                .append("  openssl cms -verify -engine gost -cades -binary -inform DER -in " + SIGNATURE + " \\\n")
                .append("    -content " + DOCUMENT + " -CAfile ca.pem -purpose any -out /dev/null\n")
                .toString();
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone)) + " (" + zone.getId() + ")";
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(label).append(": ").append(value).append('\n');
    }
}
