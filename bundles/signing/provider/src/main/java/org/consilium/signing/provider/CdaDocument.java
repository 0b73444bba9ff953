package org.consilium.signing.provider;

import java.io.StringWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.consilium.requests.api.RequestCard;
import org.consilium.signing.provider.pdf.Printed;

/**
 * The same conclusion as CDA R2: СЭМД «Протокол консультации», revision 7 (kind 290, OID 1.2.643.5.1.13.13.15.13.7), with its five sections, each exactly
 * once: DOCINFO, ANAM, LANAM, DGN, RESCONS. What the system does not know (identifiers of the patient, of the institution when it is not configured) is
 * marked as unknown and not made up.
 */
final class CdaDocument {
    private static final String V3 = "urn:hl7-org:v3";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String REVISION = "1.2.643.5.1.13.13.15.13.7";
    private static final String KIND = "290";
    private static final String KINDS = "1.2.643.5.1.13.13.11.1520";
    private static final String SECTIONS = "1.2.643.5.1.13.13.11.1197";
    private static final String ICD = "1.2.643.5.1.13.13.11.1005";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmmxx");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private static final Map<String, List<String>> FIELDS = Map.of(
            "ANAM", List.of("complaints", "anamnesis"),
            "LANAM", List.of("documents", "submittedDocuments"),
            "DGN", List.of("diagnosisCode", "diagnosis", "diagnosisInPerson"));

    private final ZoneId zone;
    private final String institutionOid;

    /** @param institutionOid {@code null} when unknown */
    CdaDocument(ZoneId zone, String institutionOid) {
        this.zone = zone;
        this.institutionOid = institutionOid;
    }

    /**
     * Writes a document.
     *
     * @param sections of the printed conclusion by the name of their field, in their order
     */
    String xml(DocumentEntity document, RequestCard card, Map<String, Printed.Section> sections) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(V3);
            xml.writeStartElement("ClinicalDocument");
            xml.writeDefaultNamespace(V3);
            xml.writeNamespace("xsi", XSI);
            header(xml, document);
            patient(xml, card);
            author(xml, document);
            custodian(xml);
            body(xml, document, card, sections);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e.getClass().getSimpleName());
        }
    }

    private void header(XMLStreamWriter xml, DocumentEntity document) throws XMLStreamException {
        empty(xml, "realmCode", "code", "RU");
        empty(xml, "typeId", "root", "2.16.840.1.113883.1.3", "extension", "POCD_HD000040");
        empty(xml, "templateId", "root", REVISION);
        empty(xml, "id", "root", oid("100.1.1.51"), "extension", document.id);
        empty(
                xml,
                "code",
                "code",
                KIND,
                "codeSystem",
                KINDS,
                "codeSystemName",
                "Электронные медицинские документы",
                "displayName",
                "Протокол консультации");
        element(xml, "title", document.template.title());
        empty(xml, "effectiveTime", "value", MINUTE.format(document.createdAt.atZone(zone)));
        empty(xml, "confidentialityCode", "code", "N", "codeSystem", "1.2.643.5.1.13.13.99.2.285");
        empty(xml, "languageCode", "code", "ru-RU");
        empty(xml, "setId", "root", oid("100.1.1.50"), "extension", document.requestId);
        empty(xml, "versionNumber", "value", String.valueOf(document.number));
    }

    private static void patient(XMLStreamWriter xml, RequestCard card) throws XMLStreamException {
        xml.writeStartElement("recordTarget");
        xml.writeStartElement("patientRole");
        empty(xml, "id", "nullFlavor", "NASK");
        xml.writeStartElement("patient");
        if (card.hasPatient()) {
            name(xml, card.patientName());
        } else {
            empty(xml, "name", "nullFlavor", "NASK");
        }
        empty(xml, "administrativeGenderCode", "nullFlavor", "NASK");
        if (card.patientBirthDate() == null) {
            empty(xml, "birthTime", "nullFlavor", "NASK");
        } else {
            empty(xml, "birthTime", "value", DAY.format(card.patientBirthDate()));
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void author(XMLStreamWriter xml, DocumentEntity document) throws XMLStreamException {
        xml.writeStartElement("author");
        empty(xml, "time", "value", MINUTE.format(document.createdAt.atZone(zone)));
        xml.writeStartElement("assignedAuthor");
        empty(xml, "id", "root", oid("100.1.1.70"), "extension", document.authorId);
        xml.writeStartElement("assignedPerson");
        element(xml, "name", document.authorName);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void custodian(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("custodian");
        xml.writeStartElement("assignedCustodian");
        xml.writeStartElement("representedCustodianOrganization");
        if (institutionOid == null) {
            empty(xml, "id", "nullFlavor", "NASK");
        } else {
            empty(xml, "id", "root", institutionOid);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void body(
            XMLStreamWriter xml, DocumentEntity document, RequestCard card, Map<String, Printed.Section> sections)
            throws XMLStreamException {
        xml.writeStartElement("component");
        xml.writeStartElement("structuredBody");
        Set<String> rest = new LinkedHashSet<>(sections.keySet());
        section(xml, "DOCINFO", "Сведения о документе", List.of(info(card)), null);
        for (String code : List.of("ANAM", "LANAM", "DGN")) {
            List<Printed.Section> own = new ArrayList<>();
            for (String field : FIELDS.get(code)) {
                if (rest.remove(field)) {
                    own.add(sections.get(field));
                }
            }
            section(xml, code, titleOf(code), own, code.equals("DGN") ? icdOf(document) : null);
        }
        section(
                xml,
                "RESCONS",
                "Результаты консультации",
                rest.stream().map(sections::get).toList(),
                null);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void section(XMLStreamWriter xml, String code, String title, List<Printed.Section> texts, String icd)
            throws XMLStreamException {
        xml.writeStartElement("component");
        xml.writeStartElement("section");
        empty(xml, "code", "code", code, "codeSystem", SECTIONS, "codeSystemName", "Секции СЭМД", "displayName", title);
        element(xml, "title", title);
        xml.writeStartElement("text");
        if (texts.isEmpty()) {
            element(xml, "paragraph", "Не указано");
        }
        for (Printed.Section text : texts) {
            element(xml, "paragraph", text.heading() + ": " + text.text());
        }
        xml.writeEndElement();
        if (icd != null) {
            xml.writeStartElement("entry");
            xml.writeStartElement("observation");
            xml.writeAttribute("classCode", "OBS");
            xml.writeAttribute("moodCode", "EVN");
            empty(xml, "code", "code", icd, "codeSystem", ICD, "codeSystemName", "МКБ-10");
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private Printed.Section info(RequestCard card) {
        String visit = card.visitStart() == null
                ? ""
                : ", консультация " + MINUTE.format(card.visitStart().atZone(ZoneOffset.UTC));
        return new Printed.Section("Заявка", card.number() + ", " + card.profileTitle() + visit);
    }

    private static String titleOf(String code) {
        return switch (code) {
            case "ANAM" -> "Жалобы и анамнез";
            case "LANAM" -> "Представленные документы";
            default -> "Диагноз";
        };
    }

    private static String icdOf(DocumentEntity document) {
        Object code = Json.object(document.answers).get("diagnosisCode");
        return code instanceof String text ? text : null;
    }

    private static void name(XMLStreamWriter xml, String full) throws XMLStreamException {
        String[] parts = full.split(" ", 3);
        xml.writeStartElement("name");
        element(xml, "family", parts[0]);
        for (int i = 1; i < parts.length; i++) {
            element(xml, "given", parts[i]);
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static void empty(XMLStreamWriter xml, String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
    }

    /** Without the characters that XML 1.0 cannot hold. */
    private static String clean(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }

    private String oid(String below) {
        return institutionOid == null ? "1.2.643.5.1.13.13.12.2." + below : institutionOid + "." + below;
    }
}
