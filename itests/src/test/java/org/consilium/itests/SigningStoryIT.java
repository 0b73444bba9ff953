package org.consilium.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.PluginStub;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways of finishing with a conclusion, in a browser: written and signed, signed later, uploaded. Signatures are real, the plug-in is a stub. */
class SigningStoryIT {
    private static final Demo.Account CONSULTANT = Demo.BYSTANDER;
    private static final String EXPIRED_LICENCE = "Ошибка исполнения функции. (0x8007065B)";

    private Distribution distribution;
    private Browser browser;
    private Api api;
    private PluginStub plugin;

    @BeforeEach
    void open() {
        distribution = Distribution.shared();
        browser = new Browser(distribution);
        api = Api.as(distribution, CONSULTANT);
        plugin = new PluginStub(api);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Proves({"S153", "S154", "S155", "S156", "S161", "S162", "S163", "S171"})
    @Test
    void aConclusionIsWrittenAndSignedAndTheRequestIsExecutedOnlyWithItsArchive() throws IOException {
        String request = request();
        Api patient = Consultations.patient(distribution, api, request, Demo.KONSTANTIN);
        patient.post(
                        "/api/visit/chat/messages",
                        Map.of("id", Ids.next(), "text", "Кашель третий день, температуры нет"))
                .ok();
        String link = api.post("/api/identity/links/" + request, Map.of())
                .ok()
                .path("url")
                .asText();
        Page doctor = logIn();
        doctor.navigate("/requests/" + request);
        Locator panel = doctor.locator("section[aria-labelledby=actions]");
        for (String label : List.of(
                "Завершить с формированием заключения",
                "Завершение без заключения",
                "Завершить с загрузкой заключения")) {
            assertThat(panel.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(label).setExact(true)))
                    .isVisible();
        }
        Browser.picture(doctor, "signing-request");

        button(doctor, "Завершить с формированием заключения").click();
        assertThat(heading(doctor, "Консультативное заключение")).isVisible();
        // saved from the first letter on
        Locator conclusion = field(doctor, "Заключение");
        conclusion.fill("О");
        assertThat(doctor.getByText(Pattern.compile("^Сохранено в"))).isVisible();
        conclusion.fill("ОРВИ лёгкой степени");
        assertThat(doctor.getByText("Сохраняем…")).hasCount(0);
        assertThat(doctor.getByText(Pattern.compile("^Сохранено в"))).isVisible();
        doctor.reload();
        assertThat(field(doctor, "Заключение")).hasValue("ОРВИ лёгкой степени");

        // «Далее» says what is missing, and asks how the patient was identified
        button(doctor, "Далее").click();
        assertThat(doctor.getByText("Заполните это поле.").first()).isVisible();
        field(doctor, "Рекомендации").fill("Обильное питьё, покой");
        assertThat(doctor.getByText("Сначала отметьте, как установлена личность пациента."))
                .isVisible();
        doctor.getByLabel("Пациент показал документ").check();
        button(doctor, "Записать").click();
        assertThat(doctor.getByText(Pattern.compile("^Личность пациента установлена: по документу")))
                .isVisible();

        // a message of the chat, with the way back to it
        field(doctor, "Жалобы").click();
        doctor.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Чат"))
                .click();
        doctor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Вставить: Кашель")))
                .click();
        assertThat(field(doctor, "Жалобы")).hasValue("Кашель третий день, температуры нет");
        assertThat(doctor.getByLabel("Откуда взят текст").getByRole(AriaRole.LINK))
                .hasAttribute("href", "/messages/" + request);

        // МКБ-10, by words
        Locator code = doctor.locator("#field_diagnosisCode");
        code.fill("верхних дыхательных");
        doctor.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^J06\\.9")))
                .click();
        assertThat(code).hasValue(Pattern.compile("^J06\\.9 · "));
        Browser.picture(doctor, "signing-conclusion");

        button(doctor, "Далее").click();
        assertThat(heading(doctor, "Подписание заключения")).isVisible();
        assertThat(doctor.locator(".pdf-page canvas").first()).isVisible();
        assertThat(certificates(doctor)).hasCount(3);
        assertThat(certificates(doctor).nth(2)).isDisabled();
        assertThat(doctor.getByText("Срок действия сертификата истёк").first()).isVisible();
        assertThat(doctor.getByText("демонстрационная подпись", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        certificates(doctor).first().check();
        Browser.picture(doctor, "signing-certificate");
        button(doctor, "Подписать файл").click();

        assertThat(heading(doctor, "Архив сформирован")).isVisible();
        assertEquals("IN_WORK", state(request));
        Browser.picture(doctor, "signing-archive");
        Download download = doctor.waitForDownload(
                () -> doctor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Скачать архив"))
                        .click());
        Set<String> endings = new TreeSet<>();
        try (InputStream in = download.createReadStream();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                endings.add(entry.getName().substring(entry.getName().lastIndexOf('.')));
            }
        }
        assertTrue(endings.containsAll(Set.of(".pdf", ".sig", ".cer")), endings.toString());

        button(doctor, "Далее").click();
        assertThat(heading(doctor, "Заявка исполнена")).isVisible();
        JsonNode executed = api.get("/api/requests/" + request).ok();
        assertEquals("EXECUTED", executed.path("state").asText());
        assertEquals("SIGNED_CONCLUSION", executed.path("outcome").asText());
        doctor.navigate("/requests/" + request);
        assertThat(doctor.getByText("Подписано УКЭП")).isVisible();
        Browser.picture(doctor, "signing-executed");

        // the patient reads it, keeps it, has it checked
        Page phone = browser.phone();
        openVisit(phone, link);
        assertThat(heading(phone, "Заключение врача")).isVisible();
        assertThat(phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Прочитать")))
                .isVisible();
        assertThat(phone.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Скачать с подписью"))))
                .isVisible();
        button(phone, "Проверить подпись").click();
        assertThat(phone.getByText(Pattern.compile("Подпись верна, документ не изменён")))
                .isVisible();
        Browser.picture(phone, "signing-patient");
        assertEquals(List.of(), browser.complaints);
    }

    @Proves({"S160", "S163"})
    @Test
    void whatCannotBeSignedAtTheVisitWaitsAndSeveralAreSignedInOneGo() {
        String first = request();
        String second = request();
        Page doctor = logIn();
        plugin.failing("sign", EXPIRED_LICENCE);
        for (String request : List.of(first, second)) {
            api.put("/api/requests/" + request + "/identification", Map.of("method", "PERSONALLY"))
                    .ok();
            doctor.navigate("/requests/" + request + "/conclusion");
            field(doctor, "Заключение").fill("Здоров");
            field(doctor, "Рекомендации").fill("Наблюдение");
            button(doctor, "Далее").click();
            certificates(doctor).first().check();
            button(doctor, "Подписать файл").click();
            assertThat(doctor.getByText("Истекла лицензия КриптоПро")).isVisible();
            assertThat(doctor.getByText(Pattern.compile("Введите действующую лицензию")))
                    .isVisible();
            if (request.equals(first)) {
                Browser.picture(doctor, "signing-licence");
            }
            button(doctor, "Подписать позже").click();
            doctor.getByRole(AriaRole.DIALOG)
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions()
                                    .setName("Подписать позже")
                                    .setExact(true))
                    .click();
            assertThat(heading(doctor, "Ждут подписи")).isVisible();
            assertEquals("AWAITING_SIGNATURE", state(request));
        }

        // in the tab «Документы»: choose the conclusion, «Подписать файл»
        doctor.navigate("/documents");
        Locator waiting = doctor.locator("section[aria-labelledby=awaiting-section]");
        assertThat(waiting.getByRole(AriaRole.LISTITEM)).hasCount(2);
        Browser.picture(doctor, "signing-documents");
        plugin.failing("sign", null);
        waiting.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Подписать файл"))
                .first()
                .click();
        assertThat(heading(doctor, "Подписание заключения")).isVisible();

        // and all of them at once
        doctor.navigate("/signing/awaiting");
        Locator rows = doctor.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Ждут подписи"))
                .getByRole(AriaRole.LISTITEM);
        assertThat(rows).hasCount(2);
        Browser.picture(doctor, "signing-awaiting");
        button(doctor, "Подписать 2 документа").click();
        Locator dialog = doctor.getByRole(AriaRole.DIALOG);
        certificates(doctor).first().check();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Подписать 2 документа"))
                .click();
        assertThat(heading(doctor, "Ждут подписи")).isVisible();
        assertThat(doctor.getByText("Ничего не ждёт подписи")).isVisible();
        for (String request : List.of(first, second)) {
            assertEquals("EXECUTED", state(request));
        }
        assertEquals(List.of(), browser.complaints);
    }

    @Proves({"S114", "S167", "S168"})
    @Test
    void aScanOfThePaperFinishesARequestWithoutASignature() throws IOException {
        String request = request();
        Page doctor = logIn();
        doctor.navigate("/requests/" + request);
        button(doctor, "Завершить с загрузкой заключения").click();
        assertThat(heading(doctor, "Загрузка заключения")).isVisible();
        assertThat(button(doctor, "Далее")).isDisabled();
        assertThat(button(doctor, "Добавить документ")).isVisible();
        Locator chooser = doctor.locator("input[type=file][aria-label='Добавить документ']");
        chooser.setInputFiles(new FilePayload[] {
            new FilePayload("лист 2.png", "image/png", picture("png")),
            new FilePayload("лист 1.jpg", "image/jpeg", picture("jpg"))
        });
        assertThat(doctor.locator(".scan-list li")).hasCount(2);
        button(doctor, "Выше: лист 1.jpg").click();
        assertThat(doctor.locator(".scan-list li").first()).containsText("лист 1.jpg");
        assertThat(doctor.locator(".scan-view img")).isVisible();
        Browser.picture(doctor, "signing-scan");
        button(doctor, "Далее").click();
        assertThat(doctor.getByText("Заключение загружено, заявка исполнена").first())
                .isVisible();
        JsonNode executed = api.get("/api/requests/" + request).ok();
        assertEquals("EXECUTED", executed.path("state").asText());
        assertEquals("UPLOADED_CONCLUSION", executed.path("outcome").asText());
        doctor.navigate("/requests/" + request);
        assertThat(doctor.getByText("без УКЭП").first()).isVisible();
        doctor.navigate("/messages/" + request);
        assertThat(doctor.getByText(Pattern.compile("нельзя|завершена|закрыт")).first())
                .isVisible();
        assertEquals(
                409,
                api.post("/api/chat/chats/" + request + "/messages", Map.of("id", Ids.next(), "text", "поздно"))
                        .status());
        assertEquals(List.of(), browser.complaints);
    }

    @Proves({"S157", "S158", "S159"})
    @Test
    void theWorkplaceSaysWhetherItCanSignToday() {
        Page ready = logIn();
        ready.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Подпись: готово"))
                .click();
        assertThat(ready.getByText("Сегодня здесь можно подписывать")).isVisible();
        assertThat(condition(ready, "Установлен КриптоПро ЭЦП Browser plug-in")).containsText("есть");
        assertThat(condition(ready, "Установлен КриптоПро CSP 4.00 или выше")).containsText("Версия 5.0.12900");
        assertThat(condition(ready, "Есть действующий сертификат аккредитованного удостоверяющего центра"))
                .containsText("есть");
        Browser.picture(ready, "signing-ready");

        Page bare = browser.desktop();
        logIn(bare);
        bare.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Подпись: только демо"))
                .click();
        assertThat(condition(bare, "Установлен КриптоПро ЭЦП Browser plug-in")).containsText("нет");
        assertThat(condition(bare, "Установлен КриптоПро ЭЦП Browser plug-in"))
                .containsText("Подпись на этом сервере не настроена");
        assertThat(condition(bare, "Установлен КриптоПро CSP 4.00 или выше")).containsText("не проверено");
        assertThat(condition(bare, "Есть действующий сертификат аккредитованного удостоверяющего центра"))
                .containsText("не проверено");
        Browser.picture(bare, "signing-not-ready");
        assertEquals(List.of(), browser.complaints);
    }

    private String request() {
        String id = Consultations.file(api, Consultations.accountOf(api), Demo.KONSTANTIN.id())
                .id();
        Consultations.awaitChat(api, id);
        return id;
    }

    private String state(String request) {
        return api.get("/api/requests/" + request).ok().path("state").asText();
    }

    private Page logIn() {
        Page page = plugin.into(browser.desktop());
        logIn(page);
        return page;
    }

    private static void logIn(Page page) {
        page.navigate("/");
        page.getByLabel("Логин").fill(CONSULTANT.login());
        page.getByLabel("Пароль", new Page.GetByLabelOptions().setExact(true)).fill(CONSULTANT.password());
        button(page, "Войти").click();
        assertThat(heading(page, "Входящие")).isVisible();
    }

    private static void openVisit(Page phone, String link) {
        phone.navigate(link.substring(link.indexOf("/visit#")));
        phone.getByLabel("День").fill("2");
        phone.getByLabel("Месяц").fill("11");
        phone.getByLabel("Год").fill("1957");
        phone.getByLabel(Pattern.compile("^Последние четыре цифры")).fill(Demo.KONSTANTIN.lastFour());
        button(phone, "Продолжить").click();
    }

    /** A page of paper, as a scanner makes one. */
    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(300, 420, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 300, 420);
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static Locator certificates(Page page) {
        return page.locator(".certificates").getByRole(AriaRole.RADIO);
    }

    private static Locator condition(Page page, String title) {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(title));
    }

    private static Locator field(Page page, String label) {
        return page.locator("form#conclusion-form")
                .getByLabel(Pattern.compile("^" + label + "( \\*)?$"))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
