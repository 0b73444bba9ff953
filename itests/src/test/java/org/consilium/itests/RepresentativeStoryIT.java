package org.consilium.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.consilium.itests.harness.Screen.button;
import static org.consilium.itests.harness.Screen.heading;
import static org.consilium.itests.harness.Screen.lastSeen;
import static org.consilium.itests.harness.Screen.logIn;
import static org.consilium.itests.harness.Screen.menuLink;
import static org.consilium.itests.harness.Screen.section;
import static org.consilium.itests.harness.Screen.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A consultation of a legal representative: a mother speaks for her child. She comes from the registry, the child is typed in; both are kept
 * apart and each is found.
 */
class RepresentativeStoryIT {
    private static final String ROUTE = "Консультация законного представителя пациента";
    private static final String COVID_ROUTE =
            "Консультация законного представителя пациента с признаками или подтвержденным диагнозом COVID-19, ОРВИ, гриппа, внебольничной пневмонии";

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
        "S052", "S053", "S054", "S058", "S083", "S084", "S085", "S086", "S087", "S088", "S089", "S090", "S091", "S092",
        "S093", "S094", "S095", "S096", "S097", "S098", "S099", "S100", "S101", "S102"
    })
    @Test
    void aMotherIsConsultedForHerChild() {
        Page doctor = browser.desktop();
        logIn(doctor, Demo.PAEDIATRICIAN);

        // the type: its name says for whom it is
        menuLink(doctor, "Подать заявку").click();
        assertThat(doctor.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Общие")))
                .hasAttribute("aria-selected", "true");
        Locator search = doctor.getByPlaceholder("Поиск по названию типа или профилю помощи");
        search.fill("законного");
        assertThat(exactly(doctor, ROUTE).first()).isVisible();
        assertThat(exactly(doctor, COVID_ROUTE).first()).isVisible();
        assertThat(exactly(doctor, "Консультация пациента")).hasCount(0);
        search.fill("детская хирургия");
        assertThat(exactly(doctor, ROUTE).first()).isVisible();
        assertThat(exactly(doctor, COVID_ROUTE)).hasCount(0);
        exactly(doctor, ROUTE).first().click();
        Locator notice = seen(doctor, "необходимо использовать маршрут «" + COVID_ROUTE + "»");
        assertThat(notice).isVisible();
        assertThat(notice)
                .containsText(
                        "Для консультирования законных представителей пациентов с подозрением на новую коронавирусную инфекцию");
        exactly(doctor, "Педиатрия").last().click();
        Browser.picture(doctor, "representative-1-type");
        button(doctor, "Далее").click();

        // the representative, found by any of the three
        assertThat(heading(doctor, "Поиск законного представителя пациента")).isVisible();
        assertThat(seen(
                        doctor,
                        "То, по каким параметрам будет найден законный представитель пациента, зависит от того, какие его данные ранее переданы в ГИС РЕГИЗ "
                                + "из медицинских организаций Санкт-Петербурга."))
                .isVisible();
        assertThat(doctor.locator("ol.steps li > * > span:nth-child(2)")).hasText(new String[] {
            "Тип и профиль", "Представитель", "Сведения о пациенте", "Консультант", "Время приёма"
        });
        assertThat(seen(doctor, Pattern.compile("Чаще всего есть сведения о полисе ОМС\\.$")))
                .isVisible();
        find(doctor, "Номер полиса ОМС", "2657020837001007");
        assertThat(seen(doctor, "Кузнецова Мария Алексеевна")).isVisible();
        find(doctor, "Серия и номер паспорта", "4001112233");
        assertThat(seen(doctor, "Соколов Андрей Викторович")).isVisible();
        find(doctor, "СНИЛС", "112-233-447 97");
        assertThat(seen(doctor, "Найдено 2 человека. Проверьте ФИО и выберите нужного"))
                .isVisible();
        find(doctor, "СНИЛС", "087-654-303 00");
        assertThat(seen(doctor, "Найден законный представитель. Проверьте ФИО")).isVisible();
        assertThat(seen(doctor, "Кузнецова Мария Алексеевна")).isVisible();
        Browser.picture(doctor, "representative-2-person");
        doctor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Выбрать")))
                .first()
                .click();

        // mail and comment for the mother, the data of the child
        assertThat(heading(doctor, "Внесение сведений о пациенте")).isVisible();
        assertThat(seen(doctor, "На неё придёт уведомление о начале консультации"))
                .isVisible();
        assertThat(seen(doctor, "По желанию. Комментарий увидит представитель пациента."))
                .isVisible();
        button(doctor, "Далее").click();
        assertThat(seen(doctor, "Введите адрес электронной почты")).isVisible();
        field(doctor, "Электронная почта законного представителя").fill("maria@example.org");
        field(doctor, "Комментарий").fill("Приготовьте дневник температуры");
        field(doctor, "Фамилия").fill("Тимирязев");
        field(doctor, "Имя").fill("Фома");
        field(doctor, "Отчество (если есть)").fill("Сергеевич");
        field(doctor, "Дата рождения").fill("09.05.2021");
        doctor.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName("мужской").setExact(true))
                .check();
        doctor.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Степень родства или основание"))
                .fill("Мать");
        doctor.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Мать"))
                .click();
        Browser.picture(doctor, "representative-3-contact");
        button(doctor, "Далее").click();

        // consultant and slot
        seen(doctor, "Орлова").click();
        lastSeen(doctor, Pattern.compile("Громова")).click();
        button(doctor, "Сохранить").click();
        assertThat(heading(doctor, "Время приёма")).isVisible();
        doctor.locator("label.slot").first().click();
        button(doctor, "Сохранить").click();
        assertThat(heading(doctor, "Заявка подана")).isVisible();
        doctor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Открыть заявку"))
                .click();
        doctor.waitForURL(Pattern.compile(".*/requests/[0-9a-f-]{36}"));

        // both persons in the request, apart
        assertThat(seen(doctor, "В работе")).isVisible();
        Locator patient = section(doctor, "Пациент");
        assertThat(patient).containsText("Тимирязев Фома Сергеевич");
        assertThat(patient).not().containsText("Кузнецова");
        Locator representative = section(doctor, "Законный представитель");
        assertThat(representative).containsText("Кузнецова Мария Алексеевна");
        assertThat(representative).containsText("087-654-303 00");
        assertThat(representative).containsText("Мать");
        assertThat(representative).not().containsText("Тимирязев");
        assertThat(seen(doctor, "Тимирязев Ф. С. (представитель: Кузнецова М. А.) · Педиатрия"))
                .isVisible();
        Browser.picture(doctor, "representative-4-request");
        String id = doctor.url().substring(doctor.url().lastIndexOf('/') + 1);
        String number = doctor.context()
                .request()
                .get("/api/requests/" + id)
                .text()
                .replaceAll(".*\"number\":\"([^\"]+)\".*", "$1");

        // found by either surname, in «В работе»
        for (String box : List.of("Входящие", "Исходящие", "Заявки")) {
            menuLink(doctor, box).click();
            assertThat(heading(doctor, box)).isVisible();
            for (String surname : List.of("тимирязев", "Кузнецова")) {
                doctor.getByPlaceholder("Поиск по пациенту или номеру").fill(surname);
                Locator row = doctor.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(number));
                assertThat(row).containsText("Тимирязев");
                assertThat(row).containsText("представитель: Кузнецова");
                assertThat(row).containsText("В работе");
            }
        }
        menuLink(doctor, "Сообщения").click();
        for (String surname : List.of("тимирязев", "кузнецова")) {
            doctor.getByPlaceholder("Фамилия пациента или номер заявки").fill(surname);
            assertThat(seen(doctor, "Тимирязев Фома Сергеевич")).isVisible();
        }

        // closed: found by the open lock
        doctor.navigate("/requests/" + id);
        button(doctor, "Завершение без заключения").click();
        Locator dialog = doctor.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Причина").first().click();
        doctor.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Пациент не вышел на связь"))
                .click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Далее"))
                .click();
        assertThat(seen(doctor, "Завершена без заключения")).isVisible();
        menuLink(doctor, "Входящие").click();
        doctor.getByPlaceholder("Поиск по пациенту или номеру").fill("Тимирязев " + number);
        assertThat(doctor.getByText("Ничего не найдено")).isVisible();
        doctor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Показать закрытые заявки"))
                .click();
        assertThat(doctor.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(number)))
                .containsText("Тимирязев");

        assertEquals(List.of(), browser.complaints);
    }

    private static void find(Page page, String kind, String value) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(kind).setExact(true))
                .check(new Locator.CheckOptions().setForce(true));
        page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(kind).setExact(true))
                .fill(value);
        button(page, "Найти").click();
    }

    private static Locator exactly(Page page, String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    private static Locator field(Page page, String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }
}
