package org.consilium.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before the visit: the patient answers the questionnaire on the phone, the filer adds files in the wizard. */
class QuestionnaireStoryIT {
    private static final String COVID = "general.patient-covid";
    private static final Path TEMPLATE = Path.of(System.getProperty("consilium.root", ".."))
            .resolve("bundles/routes/template/file/src/main/resources/OSGI-INF/consilium/routes/example-headache.json");

    private Distribution distribution;
    private Browser browser;
    private Api orlova;
    private String me;

    @BeforeEach
    void open() {
        distribution = Distribution.shared();
        browser = new Browser(distribution);
        orlova = Api.as(distribution, Demo.COLLEAGUE);
        me = Consultations.accountOf(orlova);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aRedFlagOfThePatientStandsOnTopOfTheDoctorsList() {
        Consultations.Filed ill = Consultations.file(orlova, me, COVID, Demo.ANNA.id());
        Consultations.Filed later = Consultations.file(orlova, me, COVID, Demo.KONSTANTIN.id());
        Page doctor = browser.desktop();
        Screen.logIn(doctor, Demo.COLLEAGUE);
        assertThat(doctor.getByRole(AriaRole.HEADING, heading("Входящие"))).isVisible();
        Locator list = doctor.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Входящие"));
        assertThat(list.getByRole(AriaRole.ROW).nth(1)).containsText(later.number());

        // the chat is open at once; the questionnaire is offered above it
        Page patient = browser.phone();
        patient.navigate(link(ill.id()));
        patient.getByLabel("День").fill("14");
        patient.getByLabel("Месяц").fill("3");
        patient.getByLabel("Год").fill("1985");
        patient.getByLabel("Последние четыре цифры полиса ОМС или СНИЛС").fill(Demo.ANNA.lastFour());
        button(patient, "Продолжить").click();
        button(patient, "Даю согласие").click();
        assertThat(patient.getByLabel("Сообщение врачу")).isEnabled();
        Browser.picture(patient, "questionnaire-1-offered");

        // half filled in, and gone on with after the page was closed
        button(patient, "Заполнить анкету").click();
        Locator temperature = patient.getByLabel(Pattern.compile("^Самая высокая температура"));
        temperature.fill("39.4");
        assertThat(patient.getByText("Введённое сохранено.")).isVisible();
        Distribution.await("what is typed", Duration.ofSeconds(20), () -> patient.request()
                .get("/api/visit/requests/questionnaire")
                .text()
                .contains("39.4"));
        Browser.picture(patient, "questionnaire-2-half");
        patient.reload();
        assertThat(patient.getByText("Анкета начата, но врачу ещё не отправлена."))
                .isVisible();
        button(patient, "Продолжить").click();
        assertThat(temperature).hasValue(Pattern.compile("39[.,]4"));

        // what is missing is said at its place; nothing reached the doctor yet
        button(patient, "Отправить врачу").click();
        assertThat(patient.getByText("Заполните это поле.")).isVisible();
        Browser.picture(patient, "questionnaire-3-missing");
        assertEquals(
                0, orlova.get("/api/requests/" + ill.id()).ok().path("redFlags").size());
        patient.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Да"))
                .check();
        Browser.picture(patient, "questionnaire-4-filled");
        button(patient, "Отправить врачу").click();
        assertThat(patient.getByText(Pattern.compile("^Анкета отправлена врачу")))
                .isVisible();
        assertThat(patient.getByLabel("Сообщение врачу")).isVisible();
        Browser.picture(patient, "questionnaire-5-sent");

        // the list moves by itself; the flag has words
        Locator first = list.getByRole(AriaRole.ROW).nth(1);
        assertThat(first).containsText(ill.number());
        assertThat(first).containsText("Красные флаги: Температура выше 39 °C; Одышка или тяжесть в груди");
        Browser.picture(doctor, "questionnaire-6-incoming");

        // the request's window
        doctor.navigate("/requests/" + ill.id());
        assertThat(doctor.getByRole(AriaRole.ALERT)).containsText("Одышка или тяжесть в груди");
        Locator answers = doctor.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Анкета пациента"));
        assertThat(answers).containsText("39,4");
        assertThat(answers).containsText("Да");
        assertThat(doctor.getByText("Пациент ответил на анкету")).isVisible();
        Browser.picture(doctor, "questionnaire-7-request");
        doctor.setViewportSize(390, 800);
        Browser.picture(doctor, "questionnaire-8-request-phone");

        // corrected before the visit: the flags go, live
        button(patient, "Исправить").click();
        temperature.fill("37.1");
        patient.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Нет"))
                .check();
        button(patient, "Отправить врачу").click();
        assertThat(answers).containsText("37,1");
        assertThat(doctor.getByText("Красные флаги")).hasCount(0);
        doctor.setViewportSize(1366, 768);
        doctor.navigate("/incoming");
        assertThat(list.getByRole(AriaRole.ROW).nth(1)).containsText(later.number());
        assertEquals(List.of(), browser.complaints);
    }

    @Test
    void filesGoAlongWithTheRequest() throws IOException {
        Path file = distribution.home().resolve("etc/routes/story-documents.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(TEMPLATE).replace("\"example.headache\"", "\"story.documents\""));
        Distribution.await("the route", Duration.ofSeconds(60), () -> routeIds().contains("story.documents"));
        String id = Ids.next();
        JsonNode draft = orlova.post(
                        "/api/requests/drafts", Map.of("id", id, "routeId", "story.documents", "profile", "53"))
                .ok();
        orlova.put(
                        "/api/requests/drafts/" + id,
                        Map.of(
                                "version", draft.path("version").asInt(),
                                "step", "DOCUMENTS",
                                "personId", Demo.ANNA.id(),
                                "email", "anna@example.org",
                                "urgency", "PLANNED",
                                "forms", Map.of("headache", Map.of("since", "2026-01-15", "strength", "MILD")),
                                "documents", List.of()))
                .ok();
        String own = Ids.next();
        orlova.send(
                        "POST",
                        "/api/documents/files",
                        "Выписка".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "text/plain",
                        "Consilium-Upload",
                        "1",
                        "Consilium-File-Id",
                        own,
                        "Consilium-File-Name",
                        "story-" + own + ".txt")
                .ok();

        Page doctor = browser.desktop();
        Screen.logIn(doctor, Demo.COLLEAGUE);
        doctor.navigate("/new/" + id);
        assertThat(doctor.getByRole(AriaRole.HEADING, heading("Документы для консультанта")))
                .isVisible();
        doctor.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("analiz.txt", "text/plain", "Гемоглобин 130".getBytes(StandardCharsets.UTF_8)));
        Locator files =
                doctor.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Документы для консультанта"));
        assertThat(files).containsText("analiz.txt");
        button(doctor, "Выбрать из «Документов»").click();
        Locator dialog = doctor.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("story-" + own + ".txt"))
                .check();
        Browser.picture(doctor, "documents-step-1-choose");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Добавить"))
                .click();
        assertThat(files).containsText("story-" + own + ".txt");
        Browser.picture(doctor, "documents-step-2-files");
        doctor.setViewportSize(390, 800);
        Browser.picture(doctor, "documents-step-3-phone");
        doctor.setViewportSize(1366, 768);
        button(doctor, "Далее").click();
        assertThat(doctor.getByRole(AriaRole.HEADING, heading("Адрес электронной почты и комментарий")))
                .isVisible();

        Consultations.book(orlova, id, me);
        JsonNode attached =
                orlova.get("/api/documents/requests/" + id + "/files").ok();
        assertEquals(2, attached.size());
        doctor.navigate("/requests/" + id);
        Locator section = doctor.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Файлы заявки"));
        assertThat(section).containsText("analiz.txt");
        assertThat(section).containsText("story-" + own + ".txt");
        assertThat(doctor.getByText("Пациент ещё не заполнил анкету.")).isVisible();
        Browser.picture(doctor, "documents-step-4-request");
        assertEquals(List.of(), browser.complaints);
        Files.delete(file);
    }

    private List<String> routeIds() {
        return orlova.get("/api/requests/routes").ok().findValuesAsText("id");
    }

    private String link(String requestId) {
        String url = orlova.post("/api/identity/links/" + requestId, Map.of())
                .ok()
                .path("url")
                .asText();
        return url.substring(url.indexOf("/visit#"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
