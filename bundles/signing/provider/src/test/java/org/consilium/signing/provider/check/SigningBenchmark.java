package org.consilium.signing.provider.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.consilium.signing.provider.pdf.ConclusionPdf;
import org.consilium.signing.provider.pdf.Printed;
import org.consilium.signing.testauthority.KeyKind;
import org.consilium.signing.testauthority.Subject;
import org.consilium.signing.testauthority.TestAuthority;

/**
 * Checks of signatures a second, whole (chain, revocation, attributes) and beside the bare library (the value of the signature alone), and the time of a
 * PDF; each with its first call in a fresh JVM. {@code itests/bench/signing [SECONDS]}.
 */
public final class SigningBenchmark {
    private static final Subject DOCTOR = Subject.person("Щербаков", "Пётр Ильич", "Больница", "11223344595");
    private static final byte[] CONTENT = new byte[30_000];

    private SigningBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 5;
        double loadBefore = load();
        Arrays.fill(CONTENT, (byte) 'x');
        StringBuilder rows = new StringBuilder();
        double firstPdf = milliseconds(SigningBenchmark::pdf);
        for (KeyKind kind : List.of(KeyKind.GOST_256, KeyKind.GOST_512, KeyKind.RSA)) {
            rows.append(row(kind, seconds));
        }
        double[] pdfs = new double[40];
        for (int i = 0; i < pdfs.length; i++) {
            pdfs[i] = milliseconds(SigningBenchmark::pdf);
        }
        Arrays.sort(pdfs);
        Files.writeString(
                Path.of(arguments[0]), page(rows.toString(), firstPdf, pdfs[pdfs.length / 2], seconds, loadBefore));
    }

    private static String row(KeyKind kind, double seconds) throws Exception {
        TestAuthority authority = TestAuthority.root(kind, "УЦ " + kind);
        byte[] signature = authority.issue(kind, DOCTOR).sign(CONTENT);
        X509Certificate certificate = Crypto.certificate(authority.certificate());
        List<Trusted> trusted =
                List.of(new Trusted(certificate, RevocationList.of(authority.revocationList(), certificate)));
        BouncyCastleVerifier verifier = new BouncyCastleVerifier(() -> trusted);
        Callable<Boolean> whole =
                () -> verifier.verify(CONTENT, signature, Instant.now()).isValid();
        Callable<Boolean> bare = () -> bare(signature);
        double first = milliseconds(whole);
        perSecond(whole, seconds / 2);
        perSecond(bare, seconds / 2);
        double ours = perSecond(whole, seconds);
        double library = perSecond(bare, seconds);
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.0f | %.2f | %.0f |%n",
                kind,
                ours,
                1000 / ours,
                library,
                ours / library,
                first);
    }

    private static boolean bare(byte[] signature) throws Exception {
        CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(CONTENT), signature);
        SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
        var holder = (org.bouncycastle.cert.X509CertificateHolder)
                cms.getCertificates().getMatches(signer.getSID()).iterator().next();
        return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(Crypto.PROVIDER)
                .build(holder));
    }

    private static boolean pdf() {
        List<Printed.Section> sections = new ArrayList<>();
        for (String heading : List.of("Жалобы", "Анамнез", "Диагноз", "Заключение", "Рекомендации")) {
            sections.add(new Printed.Section(heading, "Текст раздела, несколько предложений подряд. ".repeat(12)));
        }
        return ConclusionPdf.write(new Printed(
                                List.of("Областная больница"),
                                "Консультативное заключение",
                                "№ 2026-000001",
                                List.of(new Printed.Field("Пациент", "Иванова Анна Петровна")),
                                sections,
                                List.of("Документ подписывается электронной подписью."),
                                Instant.now()))
                        .length
                > 0;
    }

    private static double perSecond(Callable<Boolean> work, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long begin = System.nanoTime();
        int done = 0;
        while (System.nanoTime() < end) {
            if (!work.call()) {
                throw new IllegalStateException("not verified");
            }
            done++;
        }
        return done / ((System.nanoTime() - begin) / 1e9);
    }

    private static double milliseconds(Callable<Boolean> work) throws Exception {
        long begin = System.nanoTime();
        if (!work.call()) {
            throw new IllegalStateException("failed");
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg"), StandardCharsets.US_ASCII)
                .split(" ")[0]);
    }

    private static String page(String rows, double firstPdf, double pdf, double seconds, double before)
            throws IOException {
        double after = load();
        String busy = before > 2 || after > 2
                ? "\n**The machine was busy with other work:** the absolute figures say little, the ratios a little more."
                        + " Repeat the run when the load is below 2.\n"
                : "";
        return "# Signing: checks a second, and the time of a PDF\n\nWritten by `itests/bench/signing`; every figure of this page is"
                + " of one run, on one thread.\n\n"
                + "| key | whole checks a second | ms a check | bare library a second | ratio | first check in a fresh JVM, ms |\n"
                + "|---|---:|---:|---:|---:|---:|\n" + rows
                + "\nA whole check reads the CMS, compares attributes and digest of a document of 30 kB, verifies the signature, builds the"
                + " chain to the authority and looks into its revocation list. The bare library verifies the value of the"
                + " signature alone. The first row's first check loads the library; the later ones load what is new for their"
                + " keys. Each figure is taken over " + seconds + " s after half of that to warm up.\n\n"
                + String.format(
                        Locale.ROOT,
                        "A PDF/A-2b of a page and a half: **%.0f ms** (median of 40), the first in a fresh JVM **%.0f ms**.%n",
                        pdf,
                        firstPdf)
                + "\n## Machine\n\n" + Runtime.getRuntime().availableProcessors() + " cores, Java "
                + System.getProperty("java.version") + ". Load (1-minute average) before the run " + before
                + ", at its end " + after + ".\n" + busy + "Date: " + LocalDate.now() + ".\n";
    }
}
