package org.consilium.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.consilium.itests.harness.Screen.button;
import static org.consilium.itests.harness.Screen.heading;
import static org.consilium.itests.harness.Screen.logIn;
import static org.consilium.itests.harness.Screen.menuLink;
import static org.consilium.itests.harness.Screen.row;
import static org.consilium.itests.harness.Screen.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.SigningSteps;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A doctor asks a doctor: the coordinator returns the question, the filer mends it, the coordinator names the consultant, the consultant answers.
 * At each stage it is on «Входящие» of the one whose turn it is.
 */
class StagesStoryIT {
    private static final String ROUTE = "Консультация врача врачом (отложенный ответ)";

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

    @Proves({"S027", "S173"})
    @Test
    void aQuestionPassesItsStagesAndWaitsForWhoseTurnItIs() {
        Page filer = browser.desktop();
        logIn(filer, Demo.ASKING);
        menuLink(filer, "Подать заявку").click();
        filer.getByPlaceholder("Поиск по названию типа или профилю помощи").fill("врача врачом");
        filer.getByText(ROUTE).first().click();
        filer.getByText("Терапия", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        button(filer, "Далее").click();

        // no person, no mail, no time: the question, the coordinator, done
        filer.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName("Неотложная").setExact(true))
                .check();
        filer.getByLabel("Клиническая картина без персональных данных")
                .first()
                .fill("Мужчина 64 лет, гипертония второй степени, приём двух препаратов");
        filer.getByLabel("Вопрос консультанту").first().fill("Какую дозу эналаприла назначить?");
        Browser.picture(filer, "stages-1-question");
        button(filer, "Далее").click();
        assertThat(heading(filer, "Координатор")).isVisible();
        seen(filer, "Соколова Марина Игоревна").click();
        Browser.picture(filer, "stages-2-coordinator");
        button(filer, "Подать заявку").click();
        assertThat(heading(filer, "Заявка подана")).isVisible();
        assertThat(seen(filer, "Заявка у координатора.")).isVisible();
        filer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Открыть заявку"))
                .click();
        filer.waitForURL(Pattern.compile(".*/requests/[0-9a-f-]{36}"));
        String id = filer.url().substring(filer.url().lastIndexOf('/') + 1);
        String number = Api.as(distribution, Demo.ASKING)
                .get("/api/requests/" + id)
                .ok()
                .path("number")
                .asText();
        assertThat(button(filer, "Принять")).hasCount(0);

        // the coordinator returns it
        Page coordinator = browser.desktop();
        logIn(coordinator, Demo.COORDINATOR);
        Locator waiting = incoming(coordinator, number);
        assertThat(waiting).containsText("Координация");
        Browser.picture(coordinator, "stages-3-incoming");
        coordinator.navigate("/requests/" + id);
        assertThat(seen(coordinator, "Какую дозу эналаприла назначить?")).isVisible();
        coordinator.keyboard().press("b");
        Locator dialog = coordinator.getByRole(AriaRole.DIALOG);
        button(dialog, "Вернуть").click();
        assertThat(dialog).containsText("Напишите, что нужно исправить");
        dialog.getByLabel("Что исправить").fill("Укажите СКФ");
        button(dialog, "Вернуть").click();
        assertThat(seen(coordinator, "На доработке")).isVisible();
        incomingEmpty(coordinator, number);

        // the filer mends it
        assertThat(incoming(filer, number)).containsText("На доработке");
        filer.navigate("/requests/" + id);
        assertThat(seen(filer, "Укажите СКФ")).isVisible();
        Browser.picture(filer, "stages-4-returned");
        button(filer, "Отправить повторно").click();
        dialog = filer.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Вопрос консультанту").first().fill("Какую дозу эналаприла назначить при СКФ 40?");
        dialog.getByLabel("Что исправлено (по желанию)").fill("Добавлена СКФ");
        Browser.picture(filer, "stages-5-resubmission");
        button(dialog, "Отправить").click();
        assertThat(seen(filer, "Какую дозу эналаприла назначить при СКФ 40?")).isVisible();
        incomingEmpty(filer, number);

        // the coordinator names the consultant
        coordinator.navigate("/requests/" + id);
        assertThat(seen(coordinator, "Какую дозу эналаприла назначить при СКФ 40?"))
                .isVisible();
        button(coordinator, "Принять").click();
        dialog = coordinator.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Консультант").first().fill("Волков");
        coordinator
                .getByRole(
                        AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^Волков Андрей Юрьевич")))
                .click();
        Browser.picture(coordinator, "stages-6-acceptance");
        button(dialog, "Принять").click();
        assertThat(seen(coordinator, "Ответ консультанта")).isVisible();
        assertThat(seen(coordinator, "Принята, начат следующий этап")).isVisible();
        incomingEmpty(coordinator, number);

        // the consultant answers: chat with the filer, a signed conclusion
        Page consultant = browser.desktop();
        logIn(consultant, Demo.ANSWERING);
        assertThat(incoming(consultant, number)).containsText("Ответ консультанта");
        consultant.navigate("/requests/" + id);
        assertThat(consultant.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Открыть чат")))
                .isVisible();
        Browser.picture(consultant, "stages-7-consultant");
        sign(Api.as(distribution, Demo.ANSWERING), id);
        assertThat(seen(consultant, "Исполнена")).isVisible();
        incomingEmpty(consultant, number);
        filer.navigate("/requests/" + id);
        assertThat(seen(filer, "Исполнена с подписанным заключением")).isVisible();
        Browser.picture(filer, "stages-8-executed");
        assertEquals(List.of(), browser.complaints);
    }

    /** No patient takes part, so nobody has to be identified. */
    private static void sign(Api consultant, String id) {
        JsonNode draft = consultant
                .put(
                        SigningSteps.path(id) + "/conclusion",
                        Map.of(
                                "version",
                                0,
                                "answers",
                                Map.of("answer", "Начать с 2,5 мг под контролем калия"),
                                "sources",
                                List.of()))
                .ok();
        String document = Ids.next();
        consultant
                .post(
                        SigningSteps.path(id) + "/conclusion/document",
                        Map.of("id", document, "version", draft.path("version").asLong()))
                .ok();
        consultant
                .post(SigningSteps.path(id) + "/signature", SigningSteps.signature(consultant, document))
                .ok();
        consultant
                .post(SigningSteps.path(id) + "/completion", Map.of("documentId", document))
                .ok();
    }

    private static Locator incoming(Page page, String number) {
        menuLink(page, "Входящие").click();
        assertThat(row(page, number)).isVisible();
        return row(page, number);
    }

    private static void incomingEmpty(Page page, String number) {
        menuLink(page, "Входящие").click();
        assertThat(heading(page, "Входящие")).isVisible();
        assertThat(row(page, number)).hasCount(0);
    }
}
