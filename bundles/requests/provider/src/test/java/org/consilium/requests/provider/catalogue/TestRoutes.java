package org.consilium.requests.provider.catalogue;

import java.util.List;
import org.consilium.routes.api.LocalText;
import org.consilium.routes.api.Profile;
import org.consilium.routes.api.Reason;
import org.consilium.routes.api.RedFlag;
import org.consilium.routes.api.RouteDescription;
import org.consilium.routes.api.RouteForm;
import org.consilium.routes.api.RouteStage;
import org.consilium.routes.api.RouteStep;
import org.consilium.routes.api.Term;
import org.consilium.routes.api.Urgency;

/** Routes to test with. */
public final class TestRoutes {
    public static final Profile THERAPY = new Profile("97", new LocalText("Терапия", "General medicine"));
    public static final Profile PAEDIATRICS = new Profile("68", new LocalText("Педиатрия", "Paediatrics"));
    public static final Reason NO_CONTACT =
            new Reason("no-contact", new LocalText("Пациент не вышел на связь", "No contact"), false);
    public static final Reason OTHER = new Reason("other", new LocalText("Другое", "Other"), true);

    public static final RouteDescription PATIENT = route(
            "general.patient",
            "1.0.0",
            "Консультация пациента",
            RouteDescription.Audience.PATIENT,
            RouteDescription.Consultants.OWN_ORGANISATION);
    public static final RouteDescription REPRESENTATIVE = route(
            "general.representative",
            "1.0.0",
            "Консультация законного представителя пациента",
            RouteDescription.Audience.REPRESENTATIVE,
            RouteDescription.Consultants.OWN_ORGANISATION);
    public static final RouteDescription REGIONAL = route(
            "regional.patient",
            "1.0.0",
            "Региональный консилиум",
            RouteDescription.Audience.PATIENT,
            RouteDescription.Consultants.REGION);

    public static final LocalText FEVER = new LocalText("Температура выше 39", "Temperature above 39");
    public static final LocalText BREATH = new LocalText("Одышка", "Shortness of breath");

    /** The patient fills in a questionnaire, the filer adds files. */
    public static final RouteDescription ASKING = new RouteDescription(
            "general.asking",
            "1.0.0",
            new LocalText("Консультация с анкетой", "A consultation with a questionnaire"),
            null,
            RouteDescription.Audience.PATIENT,
            List.of(THERAPY),
            null,
            RouteDescription.Consultants.OWN_ORGANISATION,
            20,
            List.of(NO_CONTACT, OTHER),
            null,
            null,
            List.of(
                    RouteStep.of(RouteStep.Kind.PERSON),
                    RouteStep.of(RouteStep.Kind.DOCUMENTS),
                    RouteStep.of(RouteStep.Kind.CONTACT),
                    RouteStep.of(RouteStep.Kind.CONSULTANT),
                    RouteStep.of(RouteStep.Kind.SLOT)),
            null,
            null,
            null,
            null,
            new RouteForm(
                    """
                    {"type": "object", "required": ["temperature"], "additionalProperties": false, "properties": {
                      "temperature": {"type": "number", "minimum": 34, "maximum": 43}, "breath": {"type": "boolean"}}}""",
                    """
                    {"temperature": {"ui:title": {"ru": "Температура", "en": "Temperature"}},
                     "breath": {"ui:title": {"ru": "Есть ли одышка", "en": "Short of breath"}, "ui:widget": "yesNo"}}"""),
            List.of(
                    new RedFlag(
                            FEVER,
                            "{\"required\": [\"temperature\"], \"properties\": {\"temperature\": {\"exclusiveMinimum\": 39}}}"),
                    new RedFlag(
                            BREATH, "{\"required\": [\"breath\"], \"properties\": {\"breath\": {\"const\": true}}}")));

    /** Doctors among themselves: a coordinator names who answers within the term. */
    public static final RouteDescription DOCTORS = new RouteDescription(
            "general.doctor",
            "1.0.0",
            new LocalText("Консультация врача врачом", "Doctor to doctor"),
            null,
            RouteDescription.Audience.DOCTOR,
            List.of(THERAPY, PAEDIATRICS),
            null,
            RouteDescription.Consultants.REGION,
            0,
            List.of(NO_CONTACT, OTHER),
            null,
            null,
            List.of(
                    RouteStep.of(RouteStep.Kind.PROFILE),
                    new RouteStep(
                            RouteStep.Kind.FORM,
                            "question",
                            null,
                            new RouteForm(
                                    "{\"type\":\"object\",\"properties\":{\"question\":{\"type\":\"string\",\"minLength\":5}},"
                                            + "\"required\":[\"question\"]}",
                                    "{\"question\":{\"ui:title\":{\"ru\":\"Вопрос\",\"en\":\"Question\"}}}"),
                            null),
                    RouteStep.of(RouteStep.Kind.CONSULTANT)),
            null,
            null,
            List.of(new Term(Urgency.URGENT, 1440), new Term(Urgency.PLANNED, 4320)),
            List.of(
                    new RouteStage(
                            "coordination",
                            new LocalText("Координация", "Coordination"),
                            RouteStage.Processor.COORDINATOR,
                            true,
                            true),
                    new RouteStage(
                            "answer",
                            new LocalText("Ответ консультанта", "The consultant's answer"),
                            RouteStage.Processor.CONSULTANT,
                            true,
                            false)),
            null,
            null);

    private TestRoutes() {}

    public static RouteDescription route(
            String id,
            String version,
            String title,
            RouteDescription.Audience audience,
            RouteDescription.Consultants consultants) {
        return new RouteDescription(
                id,
                version,
                new LocalText(title, title + " (en)"),
                null,
                audience,
                List.of(THERAPY, PAEDIATRICS),
                null,
                consultants,
                20,
                List.of(NO_CONTACT, OTHER));
    }

    /** A catalogue that offers the routes. */
    public static RouteCatalogue catalogue(RouteDescription... routes) {
        RouteCatalogue catalogue = new RouteCatalogue();
        offer(catalogue, routes);
        return catalogue;
    }

    /** From now on the catalogue offers these, in place of what was offered so. */
    public static void offer(RouteCatalogue catalogue, RouteDescription... routes) {
        catalogue.bring("test", List.of(routes));
    }
}
