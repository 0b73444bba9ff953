package org.consilium.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.CallPage;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.SigningSteps;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen at a doctor's desktop and at a phone, in both languages: nothing that axe finds serious, nothing wider than the screen, no script
 * error, no report of the content security policy, no request to another origin. And the wizard without a mouse.
 */
class ScreensIT {
    private static final Path AXE = Path.of(System.getProperty("consilium.root", ".."))
            .resolve("bundles/ui/src/main/web/node_modules/axe-core/axe.min.js");
    /** What axe finds, one line for each serious rule and place. */
    private static final String FINDINGS =
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
              .map((violation) => violation.id + ' at ' + violation.nodes.map((node) => node.target.join(' ')).join(', '))""";

    private static final String LONG_WORD = "Электроэнцефалографическоеисследование".repeat(4);

    private static Distribution distribution;
    private static String axe;
    private static Api doctor;
    private static String request;
    private static String draft;
    private static String document;
    private static String awaiting;

    private Browser browser;
    private final Map<String, Object> findings = new TreeMap<>();

    @BeforeAll
    static void prepare() throws IOException {
        distribution = Distribution.shared();
        axe = Files.readString(AXE);
        doctor = Api.as(distribution, Demo.INFECTIONIST);
        request = newRequest();
        doctor.post(
                        "/api/chat/chats/" + request + "/messages",
                        Map.of(
                                "id",
                                Ids.next(),
                                "text",
                                "Здравствуйте! " + LONG_WORD + "\nhttps://example.org/" + LONG_WORD))
                .ok();
        Api patient = Consultations.patient(distribution, doctor, request, Demo.KONSTANTIN);
        patient.send(
                        "POST",
                        "/api/visit/documents/files",
                        "анализ".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "text/plain",
                        "Consilium-Upload",
                        "1",
                        "Consilium-File-Id",
                        Ids.next(),
                        "Consilium-File-Name",
                        "analiz-" + "x".repeat(120) + ".txt")
                .ok();
        patient.post("/api/visit/chat/messages", Map.of("id", Ids.next(), "text", "Болит голова. ".repeat(60)))
                .ok();
        draft = Consultations.draft(doctor, Demo.ANNA.id());
        document = SigningSteps.document(doctor, request);
        awaiting = newRequest();
        String waiting = SigningSteps.document(doctor, awaiting);
        doctor.post(SigningSteps.path(awaiting) + "/await-signature", Map.of("documentId", waiting))
                .ok();
        String closed = newRequest();
        int version = doctor.get("/api/requests/" + closed).ok().path("version").asInt();
        doctor.post(
                        "/api/requests/" + closed + "/cancellation",
                        Map.of("text", "Пациент передумал. " + LONG_WORD, "version", version))
                .ok();
    }

    @BeforeEach
    void open() {
        browser = new Browser(distribution);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"desktop,ru", "desktop,en", "phone,ru", "phone,en"})
    void theDoctorsPages(String device, String language) {
        Page page = page(device, language);
        page.navigate("/");
        look(page, "log-in " + device + " " + language);
        page.locator("input[autocomplete=username]").fill(Demo.INFECTIONIST.login());
        page.locator("input[type=password]").fill(Demo.INFECTIONIST.password());
        page.keyboard().press("Enter");
        assertThat(page.locator("input[type=password]")).hasCount(0);
        for (String path : List.of(
                "/incoming",
                "/new",
                "/new/" + draft,
                "/messages",
                "/messages/" + request,
                "/requests",
                "/outgoing",
                "/requests/" + request,
                "/users",
                "/schedule",
                "/documents",
                "/help",
                "/requests/" + request + "/conclusion",
                "/requests/" + request + "/signature/" + document,
                "/requests/" + request + "/scan",
                "/requests/" + awaiting,
                "/signing/awaiting",
                "/signing/workplace",
                "/requests/" + Ids.unknown(),
                "/nothing")) {
            page.navigate(path);
            assertThat(page.getByRole(AriaRole.HEADING).locator("visible=true").first())
                    .isVisible();
            assertThat(page.locator("input[type=password]")).hasCount(0);
            look(page, path.replaceAll("/[0-9a-f-]{36}", "/id") + " " + device + " " + language);
        }
        assertEquals(Map.of(), findings);
        assertEquals(List.of(), browser.complaints);
    }

    @ParameterizedTest
    @CsvSource({"desktop,ru", "desktop,en", "phone,ru", "phone,en"})
    void thePatientsPage(String device, String language) {
        String visit = newRequest();
        String link = doctor.post("/api/identity/links/" + visit, Map.of())
                .ok()
                .path("url")
                .asText();
        Page page = page(device, language);
        page.navigate("/visit#garbage");
        assertThat(page.getByText(Pattern.compile("Ссылка не найдена|Link not found"))
                        .first())
                .isVisible();
        look(page, "unknown link " + device + " " + language);

        page = page(device, language);
        page.navigate(link.substring(link.indexOf("/visit#")));
        page.getByLabel(Pattern.compile("^(День|Day)$")).fill("2");
        page.getByLabel(Pattern.compile("^(Месяц|Month)$")).fill("11");
        page.getByLabel(Pattern.compile("^(Год|Year)$")).fill("1957");
        look(page, "check " + device + " " + language);
        page.getByLabel(Pattern.compile("^(Последние четыре цифры|Last four digits)"))
                .fill("0000");
        button(page, "Продолжить|Continue").click();
        assertThat(page.getByText(Pattern.compile("не совпали|did not match")).first())
                .isVisible();
        look(page, "failed check " + device + " " + language);
        page.getByLabel(Pattern.compile("^(Последние четыре цифры|Last four digits)"))
                .fill(Demo.KONSTANTIN.lastFour());
        button(page, "Продолжить|Continue").click();
        assertThat(button(page, "Даю согласие|I give my consent")).isVisible();
        look(page, "consent " + device + " " + language);
        button(page, "Даю согласие|I give my consent").click();
        Locator words = page.getByRole(AriaRole.TEXTBOX).first();
        assertThat(words).isVisible();
        words.fill("Здравствуйте! " + LONG_WORD);
        button(page, "Отправить|Send").click();
        assertThat(page.getByText(LONG_WORD).first()).isVisible();
        look(page, "chat " + device + " " + language);
        int version = doctor.get("/api/requests/" + visit).ok().path("version").asInt();
        doctor.post("/api/requests/" + visit + "/cancellation", Map.of("text", "Пациент передумал", "version", version))
                .ok();
        assertThat(words).hasCount(0);
        look(page, "closed chat " + device + " " + language);
        assertEquals(Map.of(), findings);
        assertEquals(List.of(), browser.complaints);
    }

    @ParameterizedTest
    @CsvSource({"desktop,ru", "phone,en"})
    void theOperatorsPages(String device, String language) throws IOException {
        Page page = page(device, language);
        page.navigate("/operator/routes");
        page.locator("input[autocomplete=username]").fill(Demo.OPERATOR.login());
        page.locator("input[type=password]").fill(Demo.OPERATOR.password());
        page.keyboard().press("Enter");
        assertThat(page.locator(".operator-rows li").first()).isVisible();
        look(page, "operator routes " + device + " " + language);

        // a route's file is checked and walked through, and nothing of it is kept
        page.locator("textarea.operator-code")
                .first()
                .fill(Files.readString(Path.of(System.getProperty("consilium.root", ".."))
                        .resolve("bundles/routes/general/src/main/resources/OSGI-INF/consilium/routes/doctor.json")));
        button(page, "Проверить|Check").click();
        button(page, "Пройти маршрут|Walk the route").click();
        assertThat(page.locator(".rehearsal")).isVisible();
        look(page, "operator rehearsal choice " + device + " " + language);
        page.locator(".rehearsal")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^(Далее|Next)$")))
                .click();
        assertThat(page.locator(".rehearsal .steps-item").first()).isAttached();
        assertThat(page.locator(".rehearsal .schema-form")).isVisible();
        look(page, "operator rehearsal wizard " + device + " " + language);

        page.navigate("/operator/trace");
        page.getByRole(AriaRole.TEXTBOX)
                .first()
                .fill(doctor.get("/api/requests/" + request).ok().path("number").asText());
        page.keyboard().press("Enter");
        assertThat(page.locator(".trace li").first()).isVisible();
        look(page, "operator trace " + device + " " + language);
        page.navigate("/operator/tokens");
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        look(page, "operator tokens " + device + " " + language);
        assertEquals(Map.of(), findings);
        assertEquals(List.of(), browser.complaints);
    }

    /** The patient always has a phone, the doctor a desktop. */
    @ParameterizedTest
    @CsvSource({"ru", "en"})
    void theCall(String language) {
        browser.close();
        browser = Browser.withDevices(distribution);
        String visit = newRequest();
        CallPage patient = CallPage.patient(
                page("phone", language), Consultations.patient(distribution, doctor, visit, Demo.KONSTANTIN));
        button(patient.page, "Видеосвязь|Video call").click();
        assertThat(button(patient.page, "Войти без проверки|Enter without the check"))
                .isVisible();
        look(patient.page, "call check " + language);
        button(patient.page, "Войти без проверки|Enter without the check").click();
        assertThat(patient.page.locator(".call[data-phase=waiting]")).isVisible();
        look(patient.page, "call waiting room " + language);

        CallPage staff = CallPage.staff(page("desktop", language), doctor, visit);
        staff.page
                .locator(".chat-header")
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^(Камера|Camera)$")))
                .click();
        assertThat(staff.page.locator(".call[data-phase=in]")).isVisible();
        look(staff.page, "call somebody waits " + language);
        button(staff.page, "(Впустить|Let in).*").click();
        staff.receives();
        patient.receives();
        look(patient.page, "call of the patient " + language);
        for (String block : List.of("Слушатели|Listeners", "Чат|Chat", "Файлы|Files", "Доска|Board")) {
            staff.page
                    .locator(".call-tools")
                    .getByRole(
                            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("(" + block + ")")))
                    .first()
                    .click();
        }
        assertThat(staff.page.locator(".block-board canvas").first()).isVisible();
        look(staff.page, "call with all blocks " + language);
        assertEquals(Map.of(), findings);
        assertEquals(List.of(), browser.complaints);
    }

    @Proves("S018")
    @Test
    void anOldBrowserGetsANoticeAndNotABrokenPage() {
        for (String missing : List.of(
                "CSS.supports = function () { return false; }",
                "delete window.fetch",
                "delete window.WebSocket",
                "delete HTMLScriptElement.prototype.noModule",
                "window.CSS = undefined")) {
            for (String path : List.of("/", "/incoming", "/visit")) {
                Page page = browser.desktop();
                page.addInitScript(missing);
                page.navigate(path);
                assertThat(page.getByRole(
                                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Браузер не поддерживается")))
                        .isVisible();
                assertThat(page.getByText("Работа в Internet Explorer не поддерживается."))
                        .isVisible();
                assertThat(page.getByText("This browser is not supported")).isVisible();
                assertThat(page.getByRole(AriaRole.TEXTBOX)).hasCount(0);
                page.close();
            }
        }
        assertEquals(List.of(), browser.complaints);
    }

    @Test
    void aRequestIsFiledWithoutAMouse() {
        Page page = browser.desktop();
        page.navigate("/");
        assertThat(page.locator("input[autocomplete=username]")).isVisible();
        reach(page, page.locator("input[autocomplete=username]"));
        page.keyboard().type(Demo.INFECTIONIST.login());
        reach(page, page.locator("input[type=password]"));
        page.keyboard().type(Demo.INFECTIONIST.password());
        page.keyboard().press("Enter");
        Locator menu = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Главное меню"));
        Locator file = menu.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Подать заявку"));
        assertThat(file).isVisible();
        reach(page, file);
        page.keyboard().press("Enter");

        Locator search = page.getByPlaceholder("Поиск по названию типа или профилю помощи");
        assertThat(search).isVisible();
        reach(page, search);
        page.keyboard().type("COVID");
        String title =
                "Консультация пациента с признаками или подтвержденным диагнозом COVID-19, ОРВИ, гриппа, внебольничной пневмонии";
        Locator route = page.getByRole(AriaRole.LIST)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + title)))
                .first();
        assertThat(route).isVisible();
        reach(page, route);
        page.keyboard().press("Enter");
        choose(page, page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Инфекционные болезни")));
        press(page, "Далее");

        Locator number = page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("СНИЛС").setExact(true));
        assertThat(number).isVisible();
        reach(page, number);
        page.keyboard().type("08765430300");
        page.keyboard().press("Enter");
        Locator found = page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Выбрать: Кузнецова")))
                .first();
        assertThat(found).isVisible();
        reach(page, found);
        page.keyboard().press("Enter");

        Locator mail =
                page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Электронная почта пациента"));
        assertThat(mail).isVisible();
        reach(page, mail);
        page.keyboard().type("maria@example.org");
        press(page, "Далее");

        Locator self = page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^Лебедев")));
        assertThat(self).isVisible();
        choose(page, self);
        press(page, "Сохранить");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Время приёма")))
                .isVisible();
        choose(page, page.locator("label.slot input").first());
        press(page, "Сохранить");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Заявка подана")))
                .isVisible();
        assertEquals(List.of(), browser.complaints);
    }

    /** Goes on with Tab until something has the focus, as a person without a mouse does. */
    private static void reach(Page page, Locator target) {
        for (int i = 0; i < 120; i++) {
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by the keyboard: " + target);
    }

    private static void press(Page page, String name) {
        reach(
                page,
                page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true)));
        page.keyboard().press("Enter");
    }

    /** Chooses one of a group of radio buttons: Tab leads into the group, the arrows lead to the button, Space chooses it. */
    private static void choose(Page page, Locator radio) {
        assertThat(radio).isVisible();
        String name = radio.getAttribute("name");
        for (int i = 0;
                i < 120 && !((Boolean) page.evaluate("name => document.activeElement.name === name", name));
                i++) {
            page.keyboard().press("Tab");
        }
        for (int i = 0; i < 60 && !((Boolean) radio.evaluate("element => element === document.activeElement")); i++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Space");
        assertTrue(radio.isChecked(), "not chosen by the keyboard: " + radio);
    }

    private Page page(String device, String language) {
        Page page = device.equals("phone") ? browser.phone() : browser.desktop();
        page.addInitScript("localStorage.setItem('consilium.language', '" + language + "')");
        // Chromium runs what the tools bring along, whatever the page's policy says
        page.addInitScript(axe);
        return page;
    }

    /** Notes what is wrong with the screen as it is now, and keeps a picture of it. */
    private void look(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".mantine-Skeleton-root, [aria-busy=true]")).hasCount(0);
        List<Object> found = new ArrayList<>((List<?>) page.evaluate(FINDINGS));
        int wider =
                (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wider > 0) {
            found.add(wider + " pixels wider than the screen");
        }
        if (!found.isEmpty()) {
            findings.put(name, found);
        }
        Browser.picture(page, "screen-" + name.replaceAll("[^A-Za-z0-9-]+", "_"));
    }

    private static Locator button(Page page, String names) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^(" + names + ")$")));
    }

    private static String newRequest() {
        String id = Consultations.file(doctor, Consultations.accountOf(doctor), Demo.KONSTANTIN.id())
                .id();
        Consultations.awaitChat(doctor, id);
        return id;
    }
}
