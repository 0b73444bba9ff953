package org.consilium.signing.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.consilium.identity.api.StaffMember;
import org.consilium.requests.api.Identification;
import org.consilium.requests.api.RequestCard;
import org.consilium.signing.provider.pdf.Printed;

/** Puts a conclusion into the words of its document. */
final class ConclusionPrint {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final ZoneId zone;
    private final List<String> institution;
    private final Function<String, Optional<String>> nameOfIcd;

    /** @param nameOfIcd the name of a code of МКБ-10 */
    ConclusionPrint(ZoneId zone, List<String> institution, Function<String, Optional<String>> nameOfIcd) {
        this.zone = zone;
        this.institution = institution;
        this.nameOfIcd = nameOfIcd;
    }

    /**
     * What a document says beside the answers.
     *
     * @param filer {@code null} when unknown
     * @param correction why it is made once more, {@code null} for the first
     */
    record Frame(RequestCard card, StaffMember consultant, StaffMember filer, String correction, boolean addendum) {}

    Printed printed(Frame frame, ConclusionForm form, Map<String, Object> answers, Instant now) {
        RequestCard card = frame.card();
        Template template = form.template();
        String title = frame.addendum() ? template.title() + " (дополнение)" : template.title();
        List<Printed.Section> sections = new ArrayList<>();
        if (frame.correction() != null) {
            sections.add(new Printed.Section(
                    frame.addendum() ? "Причина дополнения" : "Причина исправления", frame.correction()));
        }
        sections.addAll(byField(form, answers).values());
        return new Printed(
                institution,
                title,
                "№ " + card.number() + " от " + date(now),
                head(frame, template),
                sections,
                List.of(
                        "Документ составлен в электронном виде и подписывается усиленной квалифицированной электронной подписью; "
                                + "подпись хранится отдельным файлом вместе с документом.",
                        "Врач: " + frame.consultant().fullName() + position(frame.consultant())),
                now);
    }

    private List<Printed.Field> head(Frame frame, Template template) {
        RequestCard card = frame.card();
        List<Printed.Field> head = new ArrayList<>();
        if (card.hasPatient()) {
            head.add(new Printed.Field("Пациент", card.patientName()));
        }
        if (card.patientBirthDate() != null) {
            head.add(new Printed.Field("Дата рождения", DATE.format(card.patientBirthDate())));
        }
        if (card.representativeName() != null) {
            head.add(new Printed.Field("Законный представитель", card.representativeName()));
        }
        head.add(new Printed.Field("Профиль медицинской помощи", card.profileTitle()));
        if (card.visitStart() != null) {
            head.add(new Printed.Field(
                    template == Template.CONSILIUM_PROTOCOL ? "Дата консилиума" : "Дата консультации",
                    TIME.format(card.visitStart().atZone(zone)) + " (" + zone.getId() + ")"));
        }
        head.add(new Printed.Field("Консультант", frame.consultant().fullName() + position(frame.consultant())));
        if (frame.filer() != null
                && !frame.filer().id().equals(frame.consultant().id())) {
            head.add(new Printed.Field(
                    template == Template.REMOTE_CONSULTATION ? "Заявку подал" : "Лечащий врач",
                    frame.filer().fullName() + position(frame.filer())));
        }
        if (card.identification() != null) {
            head.add(new Printed.Field("Личность пациента", identified(card.identification())));
        }
        return head;
    }

    /** Sections by the name of their field, in the order of the form. */
    Map<String, Printed.Section> byField(ConclusionForm form, Map<String, Object> given) {
        Map<String, Printed.Section> sections = new LinkedHashMap<>();
        JsonNode answers = Json.MAPPER.valueToTree(given);
        for (String name : ConclusionForm.order(form.schema(), form.ui())) {
            JsonNode member = form.schema().path("properties").path(name);
            JsonNode ui = form.ui().path(name);
            if (answers.hasNonNull(name)) {
                String text = text(member, ui, answers.get(name));
                if (!text.isBlank()) {
                    sections.put(name, new Printed.Section(title(name, member, ui), text));
                }
            }
        }
        return sections;
    }

    private String text(JsonNode schema, JsonNode ui, JsonNode answer) {
        if (answer.isBoolean()) {
            return answer.asBoolean() ? "да" : "нет";
        }
        if (answer.isArray()) {
            List<String> items = new ArrayList<>();
            answer.forEach(item -> items.add("– " + text(schema.path("items"), ui.path("items"), item)));
            return String.join("\n", items);
        }
        if (answer.isObject()) {
            List<String> members = new ArrayList<>();
            for (String name : ConclusionForm.order(schema, ui)) {
                if (answer.hasNonNull(name)) {
                    JsonNode member = schema.path("properties").path(name);
                    members.add(
                            title(name, member, ui.path(name)) + ": " + text(member, ui.path(name), answer.get(name)));
                }
            }
            return String.join("\n", members);
        }
        String value = answer.asText();
        if (ui.path("ui:widget").asText("").startsWith("icd")) {
            return nameOfIcd.apply(value).map(name -> value + " " + name).orElse(value);
        }
        return switch (schema.path("format").asText("")) {
            case "date" -> readDate(value);
            default -> choice(schema, value);
        };
    }

    /** The title of a chosen value. */
    private static String choice(JsonNode schema, String value) {
        for (String keyword : List.of("oneOf", "anyOf")) {
            for (JsonNode option : schema.path(keyword)) {
                if (option.path("const").asText("").equals(value) && option.hasNonNull("title")) {
                    return option.get("title").asText();
                }
            }
        }
        return value;
    }

    private static String title(String name, JsonNode schema, JsonNode ui) {
        String russian =
                ui.path("ui:title").path("ru").asText(ui.path("ui:title").asText(""));
        return russian.isEmpty() ? schema.path("title").asText(name) : russian;
    }

    private static String readDate(String value) {
        try {
            return DATE.format(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private String date(Instant at) {
        return DATE.format(at.atZone(zone));
    }

    private String identified(Identification identification) {
        String how =
                switch (identification.method()) {
                    case ESIA -> "подтверждена через ЕСИА";
                    case DOCUMENT -> "установлена врачом по документу";
                    case PERSONALLY -> "пациент известен врачу лично";
                };
        return how + ", " + TIME.format(identification.at().atZone(zone));
    }

    private static String position(StaffMember member) {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {member.position(), member.speciality(), member.organisationName()}) {
            if (part != null && !part.isBlank()) {
                text.append(", ").append(part);
            }
        }
        return text.toString();
    }
}
