package org.consilium.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.consilium.itests.harness.Screen.button;
import static org.consilium.itests.harness.Screen.heading;
import static org.consilium.itests.harness.Screen.lastSeen;
import static org.consilium.itests.harness.Screen.logIn;
import static org.consilium.itests.harness.Screen.menuLink;
import static org.consilium.itests.harness.Screen.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job in a real browser, at the manual's labels: a doctor's desktop and a patient's phone. */
class ConsultationStoryIT {
    private static final List<String> MENU = List.of(
            "Подать заявку",
            "Сообщения",
            "Заявки",
            "Входящие",
            "Исходящие",
            "Пользователи",
            "Расписание",
            "Документы",
            "Помощь");

    private Distribution distribution;
    private Browser browser;

    @BeforeEach
    void open() {
        distribution = Distribution.shared();
        browser = new Browser(distribution);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Proves({
        "S005", "S020", "S021", "S023", "S024", "S025", "S026", "S027", "S028", "S034", "S035", "S036", "S037", "S039",
        "S040", "S041", "S042", "S043", "S044", "S045", "S046", "S047", "S048", "S050", "S051", "S055", "S057", "S059",
        "S060", "S061", "S062", "S063", "S064", "S066", "S067", "S068", "S069", "S070", "S072", "S073", "S074", "S075",
        "S076", "S077", "S078", "S079", "S080", "S081", "S082", "S103", "S104", "S105", "S106", "S107", "S108", "S109",
        "S110", "S111", "S112", "S113", "S115", "S116", "S117", "S151", "S152", "S164", "S165", "S166", "S170", "S172",
        "S174"
    })
    @Test
    void oneConsultationFromTheRequestToTheClosedChat() {
        Page doctor = browser.desktop();
        logIn(doctor, Demo.CARDIOLOGIST.login(), "wrong");
        assertThat(seen(doctor, Pattern.compile("^Неверный логин или пароль"))).isVisible();
        logIn(doctor, Demo.CARDIOLOGIST.login(), Demo.CARDIOLOGIST.password());

        // the frame
        assertThat(heading(doctor, "Входящие")).isVisible();
        assertThat(seen(doctor, "Морозова Е. В.")).isVisible();
        Locator menu = doctor.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Главное меню"));
        List<String> tabs = menu.getByRole(AriaRole.LINK).allInnerTexts().stream()
                .map(t -> t.lines().findFirst().orElse(""))
                .toList();
        assertEquals(MENU, tabs);

        // «Подать заявку»: type by its name and by the profile
        menuLink(doctor, "Подать заявку").click();
        assertThat(doctor.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Общие")))
                .hasAttribute("aria-selected", "true");
        Locator search = doctor.getByPlaceholder("Поиск по названию типа или профилю помощи");
        String covid =
                "Консультация пациента с признаками или подтвержденным диагнозом COVID-19, ОРВИ, гриппа, внебольничной пневмонии";
        search.fill("гриппа");
        assertThat(doctor.getByText(covid, new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        search.fill("неврология");
        assertThat(doctor.getByText("Консультация пациента", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        assertThat(doctor.getByText(covid, new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        search.fill("");
        doctor.getByText("Консультация пациента", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(seen(doctor, Pattern.compile("необходимо использовать маршрут «Консультация пациента с признаками")))
                .isVisible();
        Browser.picture(doctor, "1-type");
        doctor.getByText("Кардиология", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        button(doctor, "Далее").click();

        // the steps of the manual without the one that it marks as out of date
        assertThat(doctor.locator("ol.steps li > * > span:nth-child(2)"))
                .hasText(new String[] {"Тип и профиль", "Пациент", "Почта и комментарий", "Консультант", "Время приёма"
                });

        // the patient, from the registry
        assertThat(
                        seen(
                                doctor,
                                "То, по каким параметрам будет найден пациент, зависит от того, какие его данные ранее передала в ГИС РЕГИЗ "
                                        + "медицинская информационная система, эксплуатируемая в Вашей медицинской организации."))
                .isVisible();
        assertThat(doctor.getByText("Чаще всего есть сведения о полисе ОМС пациента и СНИЛС."))
                .isVisible();
        doctor.getByLabel("СНИЛС", new Page.GetByLabelOptions().setExact(true))
                .last()
                .fill("11223344595");
        button(doctor, "Найти").click();
        assertThat(seen(doctor, Demo.ANNA.fullName())).isVisible();
        Browser.picture(doctor, "2-patient");
        doctor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Выбрать")))
                .first()
                .click();

        // e-mail and comment
        assertThat(doctor.getByText("По желанию. Комментарий увидит пациент.")).isVisible();
        doctor.getByLabel("Электронная почта пациента").fill("anna@example.org");
        doctor.getByLabel("Телефон пациента").fill("8 (912) 345-67-89");
        doctor.getByLabel("Комментарий", new Page.GetByLabelOptions().setExact(true))
                .fill("Подготовьте результаты анализов");
        Browser.picture(doctor, "3-contact");
        button(doctor, "Далее").click();

        // consultant, slot
        assertThat(heading(doctor, "Врач-консультант")).isVisible();
        assertThat(doctor.getByRole(AriaRole.MAIN)).not().containsText("представител");
        seen(doctor, "Орлова").click();
        lastSeen(doctor, Pattern.compile("Морозова")).click();
        Browser.picture(doctor, "4-consultant");
        button(doctor, "Сохранить").click();
        assertThat(heading(doctor, "Время приёма")).isVisible();
        doctor.locator("label.slot").first().click();
        Browser.picture(doctor, "5-slot");
        button(doctor, "Сохранить").click();
        assertThat(heading(doctor, "Заявка подана")).isVisible();
        Browser.picture(doctor, "6-submitted");
        doctor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Открыть заявку"))
                .click();
        doctor.waitForURL(Pattern.compile(".*/requests/[0-9a-f-]{36}"));
        assertThat(button(doctor, "Завершение без заключения")).isVisible();
        assertThat(seen(doctor, "В работе")).isVisible();
        assertThat(doctor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("8 (912) 345-67-89")))
                .hasAttribute("href", "tel:89123456789");
        Browser.picture(doctor, "7-request");
        String requestPath = doctor.url().substring(distribution.url().length());
        String requestId = requestPath.substring(requestPath.lastIndexOf('/') + 1);

        // the chat is there by itself; the doctor writes first
        menuLink(doctor, "Сообщения").click();
        doctor.getByPlaceholder("Фамилия пациента или номер заявки").fill("иванова");
        seen(doctor, "Иванова Анна Петровна").click();
        doctor.waitForURL(Pattern.compile(".*/messages/.*"));
        doctor.navigate("/messages/" + requestId);
        doctor.getByLabel("Сообщение пациенту").fill("Здравствуйте! Что Вас беспокоит?");
        doctor.keyboard().press("Enter");
        assertThat(seen(doctor, "Здравствуйте! Что Вас беспокоит?")).isVisible();

        // the patient opens the link from the mail, on a phone
        Page mail = browser.desktop();
        mail.navigate("/demo/mail");
        Locator link = mail.locator("a[href*='/visit#']").first();
        Distribution.await("the mail", java.time.Duration.ofSeconds(30), () -> {
            mail.reload();
            return mail.locator("a[href*='/visit#']").count() > 0;
        });
        String address = link.getAttribute("href");
        Page patient = browser.phone();
        patient.navigate(address.substring(address.indexOf("/visit#")));
        patient.getByLabel("День").fill("14");
        patient.getByLabel("Месяц").fill("3");
        patient.getByLabel("Год").fill("1985");
        patient.getByLabel("Последние четыре цифры полиса ОМС или СНИЛС").fill(Demo.ANNA.lastFour());
        Browser.picture(patient, "8-check");
        button(patient, "Продолжить").click();
        assertThat(button(patient, "Даю согласие")).isVisible();
        Browser.picture(patient, "9-consent");
        button(patient, "Даю согласие").click();
        assertThat(seen(patient, "Врач читает сообщения во время приёма. Если стало хуже — звоните 103 или 112"))
                .isVisible();
        assertThat(patient.getByText("Здравствуйте! Что Вас беспокоит?")).isVisible();
        assertTrue(!patient.url().contains("#") || patient.url().endsWith("#"), "the token stays in the address bar");

        // both see each other's words and files without a reload; the counter rises elsewhere and falls when read
        menuLink(doctor, "Заявки").click();
        patient.getByLabel("Сообщение врачу").fill("Болит голова");
        button(patient, "Отправить").click();
        assertThat(menuLink(doctor, "Сообщения")).containsText("1");
        Browser.picture(patient, "10-patient-chat");
        doctor.navigate("/messages/" + requestId);
        assertThat(lastSeen(doctor, "Болит голова")).isVisible();
        assertThat(menuLink(doctor, "Сообщения")).not().containsText(Pattern.compile("\\d"));
        patient.locator("input[type=file]")
                .first()
                .setInputFiles(
                        new FilePayload("analiz.txt", "text/plain", "Гемоглобин 130".getBytes(StandardCharsets.UTF_8)));
        assertThat(lastSeen(doctor, "analiz.txt")).isVisible();
        doctor.getByLabel("Сообщение пациенту").fill("Спасибо, анализы хорошие");
        doctor.keyboard().press("Enter");
        assertThat(patient.getByText("Спасибо, анализы хорошие")).isVisible();
        Browser.picture(doctor, "11-doctor-chat");

        // from the chat's header to the request; finishing without a conclusion
        doctor.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Иванова А\\. П\\. · Кардиология")))
                .last()
                .click();
        doctor.waitForURL("**" + requestPath);
        button(doctor, "Завершение без заключения").click();
        Locator dialog = doctor.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Далее"))
                .click();
        assertThat(dialog.getByText("Выберите причину из списка")).isVisible();
        dialog.getByLabel("Причина").first().click();
        doctor.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Требуется очный приём"))
                .click();
        Browser.picture(doctor, "12-finish");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Далее"))
                .click();
        assertThat(seen(doctor, "Завершена без заключения")).isVisible();

        // closed on both sides, at once
        assertThat(seen(patient, "Консультация завершена. Писать врачу в этом чате Вы не сможете."))
                .isVisible();
        assertThat(patient.getByLabel("Сообщение врачу")).hasCount(0);
        Browser.picture(patient, "13-patient-closed");
        doctor.navigate("/messages/" + requestId);
        assertThat(doctor.getByText("Консультация завершена. Писать в этом чате больше нельзя."))
                .isVisible();
        assertThat(seen(doctor, "завершена")).isVisible();
        assertThat(lastSeen(doctor, "Болит голова")).isVisible();
        Browser.picture(doctor, "14-doctor-closed");

        // found by the open lock only
        menuLink(doctor, "Входящие").click();
        String number = doctor.context()
                .request()
                .get("/api/requests/" + requestId)
                .text()
                .replaceAll(".*\"number\":\"([^\"]+)\".*", "$1");
        doctor.getByPlaceholder("Поиск по пациенту или номеру").fill(number);
        assertThat(doctor.getByText("Ничего не найдено")).isVisible();
        Locator lock =
                doctor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Показать закрытые заявки"));
        lock.click();
        assertThat(lock).hasAttribute("aria-pressed", "true");
        doctor.getByPlaceholder("Поиск по пациенту или номеру").fill("Иванова");
        assertThat(seen(doctor, number)).isVisible();
        Browser.picture(doctor, "15-lock");
        lock.click();
        assertThat(lock).hasAttribute("aria-pressed", "false");

        // log-out ends the session on the server
        button(doctor, "Выйти").click();
        assertThat(doctor.getByLabel("Логин")).isVisible();
        assertEquals(
                401, doctor.context().request().get("/api/identity/session").status());
        doctor.goBack();
        assertThat(doctor.getByLabel("Логин")).isVisible();

        assertEquals(List.of(), browser.complaints);
    }

    @Proves({
        "S009", "S010", "S011", "S012", "S013", "S014", "S015", "S016", "S017", "S029", "S030", "S031", "S032", "S033",
        "S145", "S146", "S147", "S148", "S149", "S150"
    })
    @Test
    void theOtherTabsAreRealPagesOnRealData() {
        Page doctor = browser.desktop();
        logIn(doctor, Demo.CARDIOLOGIST.login(), Demo.CARDIOLOGIST.password());
        assertThat(heading(doctor, "Входящие")).isVisible();

        menuLink(doctor, "Пользователи").click();
        assertThat(heading(doctor, "Пользователи")).isVisible();
        doctor.getByPlaceholder("Фамилия, организация или специальность").fill("щербак");
        assertThat(seen(doctor, "Щербаков Пётр Ильич")).isVisible();
        assertThat(doctor.getByText("Орлова")).hasCount(0);
        Browser.picture(doctor, "tab-users");

        menuLink(doctor, "Расписание").click();
        assertThat(heading(doctor, "Расписание")).isVisible();
        assertThat(seen(doctor, "Шаблоны расписаний")).isVisible();
        assertThat(seen(doctor, "Дежурство круглосуточно")).isVisible();
        assertThat(seen(doctor, "Неделя")).isVisible();
        Browser.picture(doctor, "tab-schedule");

        menuLink(doctor, "Документы").click();
        assertThat(heading(doctor, "Документы")).isVisible();
        doctor.locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload(
                        "pamyatka.txt", "text/plain", "Памятка пациенту".getBytes(StandardCharsets.UTF_8)));
        assertThat(seen(doctor, "pamyatka.txt")).isVisible();
        Browser.picture(doctor, "tab-documents");

        menuLink(doctor, "Помощь").click();
        assertThat(heading(doctor, "Помощь")).isVisible();
        Locator search = doctor.getByPlaceholder("Поиск по вопросам и ответам");
        search.fill("adblock");
        for (String hint : List.of(
                "Обновите страницу несколько раз.",
                "Значки камеры и микрофона должны быть зелеными!",
                "Камера и микрофон могут быть заняты в Skype, Zoom",
                "Подключиться из другого браузера",
                "расширения браузера для блокировки рекламы (например, AdBlock)",
                "2 или более сетевых адаптера")) {
            assertThat(seen(doctor, hint)).isVisible();
        }
        search.fill("Intel Core i3");
        for (String requirement : List.of(
                "не ниже Intel Core i3", "не ниже 2 Гб", "Веб-камера (не ниже 5 Мп)", "Гарнитура с микрофоном")) {
            assertThat(seen(doctor, requirement)).isVisible();
        }
        search.fill("Яндекс Браузер 14");
        for (String item : List.of(
                "Google Chrome 54.0 и выше",
                "Яндекс Браузер 14 и выше",
                "Mozilla Firefox 54 и выше",
                "Opera 30 и выше",
                "Microsoft Edge 41 и выше")) {
            assertThat(seen(doctor, item)).isVisible();
        }
        Browser.picture(doctor, "tab-help");
        assertEquals(List.of(), browser.complaints);
    }
}
