package org.consilium.signing.provider.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.AdobePDFSchema;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** Makes the PDF/A-2b. The bytes are made once, kept and signed; the same document made again would have other ones. */
public final class ConclusionPdf {
    private static final String PRODUCER = "Consilium";
    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final float TITLE = 14;
    private static final float BODY = 10.5f;
    private static final float SMALL = 8.5f;
    private static final float LABELS = 150;
    private static final float HEADING_WITH_LINES = 54;

    private ConclusionPdf() {}

    public static byte[] write(Printed printed) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.setVersion(1.7f);
            layOut(document, printed);
            describe(document, printed);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void layOut(PDDocument document, Printed printed) throws IOException {
        try (PageFlow flow = new PageFlow(document, new TextFont(document))) {
            for (String line : printed.institution()) {
                flow.centred(line, SMALL + 1, false);
            }
            flow.gap(6);
            flow.rule();
            flow.gap(12);
            flow.centred(printed.title(), TITLE, true);
            flow.centred(printed.number(), BODY, false);
            flow.gap(10);
            for (Printed.Field field : printed.head()) {
                flow.field(field.label(), field.value(), BODY, LABELS);
            }
            for (Printed.Section section : printed.sections()) {
                flow.gap(9);
                flow.keepTogether(HEADING_WITH_LINES);
                flow.text(section.heading(), BODY, 0, true);
                flow.gap(2);
                for (String paragraph : section.text().split("\\R")) {
                    flow.text(paragraph, BODY, 0, false);
                }
            }
            flow.gap(16);
            flow.keepTogether(HEADING_WITH_LINES);
            flow.rule();
            flow.gap(4);
            for (String line : printed.foot()) {
                flow.text(line, SMALL, 0, false);
            }
            flow.finish(printed.title() + " " + printed.number());
        }
    }

    /** What makes a PDF a PDF/A: the colour space, and the same description twice. */
    private static void describe(PDDocument document, Printed printed) throws IOException {
        Calendar made = GregorianCalendar.from(printed.made().atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(printed.title());
        information.setProducer(PRODUCER);
        information.setCreationDate(made);
        information.setModificationDate(made);
        document.getDocumentCatalog().setLanguage("ru-RU");

        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(printed, made));
        document.getDocumentCatalog().setMetadata(metadata);

        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(intent);
    }

    private static byte[] xmp(Printed printed, Calendar made) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XMPMetadata xmp = XMPMetadata.createXMPMetadata();
            DublinCoreSchema core = xmp.createAndAddDublinCoreSchema();
            core.setTitle(printed.title());
            AdobePDFSchema pdf = xmp.createAndAddAdobePDFSchema();
            pdf.setProducer(PRODUCER);
            XMPBasicSchema basic = xmp.createAndAddXMPBasicSchema();
            basic.setCreateDate(made);
            basic.setModifyDate(made);
            PDFAIdentificationSchema id = xmp.createAndAddPDFAIdentificationSchema();
            id.setPart(2);
            id.setConformance("B");
            new XmpSerializer().serialize(xmp, out, true);
            return out.toByteArray();
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException(e.getClass().getSimpleName());
        }
    }
}
