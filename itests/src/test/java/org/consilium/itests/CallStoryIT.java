package org.consilium.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.CallPage;
import org.consilium.itests.harness.CallPage.Media;
import org.consilium.itests.harness.CallRoom;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Turn;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The video call as the manual describes it, on both pages, with real media between real browsers. */
class CallStoryIT {
    private static final boolean LONG = Boolean.getBoolean("consilium.long");

    private static Turn turn;
    private static Distribution distribution;
    private static Api doctor;

    private Browser browser;
    private Api patientApi;
    private String request;

    @BeforeAll
    static void start() {
        turn = Turn.start();
        distribution = Distribution.withCalls("call-story", turn);
        doctor = Api.as(distribution, Demo.DOCTOR);
    }

    @AfterAll
    static void stop() {
        distribution.close();
        turn.close();
    }

    @BeforeEach
    void open() {
        browser = Browser.withDevices(distribution);
        request = newRequest(doctor, Consultations.accountOf(doctor));
        patientApi = Consultations.patient(distribution, doctor, request, Demo.ANNA);
    }

    @AfterEach
    void close() {
        browser.close();
        assertEquals(List.of(), browser.complaints);
    }

    private static String newRequest(Api filer, String consultant) {
        String id = Consultations.file(filer, consultant, Demo.ANNA.id()).id();
        Consultations.awaitChat(filer, id);
        return id;
    }

    private CallPage atDoctor() {
        return CallPage.staff(browser.desktop(), doctor, request);
    }

    private CallPage atPatient() {
        return CallPage.patient(browser.phone(), patientApi);
    }

    private static void ringAndAnswer(CallPage staff, CallPage patient) {
        staff.button("Позвонить пациенту").click();
        patient.button("Ответить").click();
        staff.inRoom();
        patient.inRoom();
    }

    @Proves({
        "S008", "S118", "S119", "S120", "S121", "S124", "S125", "S130", "S131", "S132", "S136", "S138", "S144", "S176"
    })
    @Test
    void theDoctorRingsThePatientAnswersAndBothSeeAndHearEachOther() {
        CallPage staff = atDoctor();
        CallPage patient = atPatient();
        Locator handset = staff.button("Позвонить пациенту");
        assertThat(handset).isVisible();
        BoundingBox pane = staff.page.locator(".chat-pane").boundingBox();
        BoundingBox icon = handset.boundingBox();
        assertTrue(icon.x > pane.x + pane.width * 0.75 && icon.y < pane.y + 60, "upper right of the chat: " + icon.x);

        handset.click();
        assertThat(patient.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Врач вызывает Вас")))
                .isVisible();
        patient.picture("ring");
        patient.button("Ответить").click();
        staff.inRoom().receives();
        patient.inRoom().receives();
        assertThat(staff.page.getByRole(
                        AriaRole.REGION, new Page.GetByRoleOptions().setName("Область рабочей поверхности")))
                .isVisible();
        assertThat(staff.page.getByRole(
                        AriaRole.TOOLBAR, new Page.GetByRoleOptions().setName("Верхняя инструментальная панель")))
                .isVisible();
        assertThat(staff.page.getByText(Pattern.compile("^ВНИМАНИЕ! Если Вы долго не говорите, выключите микрофон")))
                .isVisible();
        for (CallPage each : List.of(staff, patient)) {
            assertThat(each.tile("STAFF")).hasAttribute("data-host", "true");
            assertThat(each.tile("PATIENT").getByText("Ведущий")).hasCount(0);
            BoundingBox host = each.tile("STAFF").boundingBox();
            BoundingBox other = each.tile("PATIENT").boundingBox();
            assertTrue(host.width * host.height > other.width * other.height, "the host is larger");
            for (String kind : List.of("microphone", "camera")) {
                assertThat(each.tile("PATIENT").locator("[data-sign=" + kind + "]"))
                        .hasCSS("background-color", "rgb(23, 128, 61)");
            }
        }
        staff.picture("talk-doctor");
        patient.picture("talk-patient");

        Locator microphone = staff.tile("PATIENT").locator("[data-sign=microphone]");
        patient.tool("Микрофон").click();
        staff.silent("no sound of the patient", Media::audioIn);
        assertThat(microphone).hasAttribute("data-on", "false");
        assertThat(microphone).hasCSS("background-color", "rgb(93, 107, 115)");
        patient.tool("Микрофон").click();
        assertThat(microphone).hasAttribute("data-on", "true");
        staff.receives();

        patient.tool("Камера").click();
        staff.silent("no picture of the patient", Media::frames);
        assertThat(staff.tile("PATIENT").locator("[data-sign=camera]")).hasAttribute("data-on", "false");
    }

    @Proves({"S129", "S175"})
    @Test
    void broadcastingPausedSendsNothingAndTheCallOutlivesOtherPagesOfTheDoctor() {
        CallPage staff = atDoctor();
        CallPage patient = atPatient();
        ringAndAnswer(staff, patient);
        patient.receives();
        assertThat(staff.page.locator(".call-chip").first()).hasText("Идёт");
        staff.tool("Вещание").click();
        staff.silent("neither sound nor picture is sent", it -> it.audioOut() + it.videoOut());
        assertThat(patient.tile("STAFF").getByText("Вещание приостановлено")).isVisible();
        staff.tool("Вещание").click();
        patient.receives();

        staff.page
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Главное меню"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^Заявки")))
                .click();
        assertThat(staff.page.locator(".call[data-view=floating]")).isVisible();
        staff.receives();
        patient.receives();
        staff.picture("floating");
        staff.button("Развернуть").first().click();
        staff.tool("Выйти").click();
        patient.tool("Выйти").click();
        assertThat(patient.page.getByText("Вы вышли из видеосвязи.")).isVisible();
    }

    @Proves("S123")
    @Test
    void aDeclinedRingIsShownAndStandsInTheChatOfBoth() {
        CallPage staff = atDoctor();
        CallPage patient = atPatient();
        staff.button("Позвонить пациенту").click();
        patient.button("Отклонить").click();
        assertThat(staff.page.getByText("Пациент отклонил вызов.").first()).isVisible();
        staff.tool("Выйти").click();
        assertThat(staff.page.locator(".chat-pane").getByText("Видеовызов: пациент отклонил вызов."))
                .isVisible();
        assertThat(patient.page.getByText("Видеовызов: Вы отклонили вызов врача."))
                .isVisible();
    }

    @Proves({"S122", "S124", "S143"})
    @Test
    void thePatientWhoCameFirstWaitsIsNoHostIsLetInAndPutBack() {
        CallPage patient = atPatient();
        patient.button("Видеосвязь").click();
        patient.button("Войти без проверки").click();
        assertThat(patient.page.getByText("Врач знает, что Вы ждёте")).isVisible();
        patient.picture("waiting-room");
        assertEquals(0, patient.media().connected());

        CallPage staff = atDoctor();
        assertThat(staff.page.locator(".bell")).containsText("ждёт");
        staff.picture("bell");
        staff.page
                .locator(".chat-header")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Камера"))
                .click();
        staff.inRoom();
        assertThat(staff.tile("STAFF")).hasAttribute("data-host", "true");
        staff.page.locator(".call-delay select").selectOption("10");
        assertThat(patient.page.getByText("Врач задерживается примерно на 10 мин."))
                .isVisible();
        staff.button("Впустить").click();
        patient.inRoom().receives();
        staff.receives();
        assertThat(patient.tile("PATIENT").getByText("Ведущий")).hasCount(0);

        staff.tool("Слушатели").click();
        staff.button("В комнату ожидания").click();
        assertThat(patient.page.getByText("Врач знает, что Вы ждёте")).isVisible();
        patient.await("no connection any more", it -> it.connected() == 0);
        staff.button("Впустить").click();
        patient.inRoom().receives();
    }

    @Proves({"S126", "S127", "S128", "S134", "S135", "S142"})
    @Test
    void threeInTheRoomHandTheHostOverTakeItBackAndSwitchAMicrophoneOff() {
        Api colleague = Api.as(distribution, Demo.COLLEAGUE);
        request = newRequest(doctor, Consultations.accountOf(colleague));
        patientApi = Consultations.patient(distribution, doctor, request, Demo.ANNA);
        CallPage staff = atDoctor();
        CallPage patient = atPatient();
        ringAndAnswer(staff, patient);
        CallPage other = CallPage.staff(browser.desktop(), colleague, request);
        other.page
                .locator(".chat-header")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Камера"))
                .click();
        other.inRoom().receives();
        staff.await("two connections", it -> it.connected() == 2);

        BoundingBox host =
                staff.tile("STAFF").and(staff.page.locator("[data-host]")).boundingBox();
        for (Locator tile : staff.page.locator(".tile:not([data-host])").all()) {
            BoundingBox box = tile.boundingBox();
            assertTrue(host.width * host.height > 1.2 * box.width * box.height, "the host is larger");
        }
        staff.tool("Слушатели").click();
        assertThat(staff.page.locator(".attendee")).hasCount(3);
        staff.picture("people");
        Locator mute = staff.page
                .locator(".attendee", new Page.LocatorOptions().setHasText("Пациент"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^Выключить микрофон")));
        mute.click();
        assertThat(patient.page.getByText(Pattern.compile("^Ведущий выключил Ваш микрофон")))
                .isVisible();
        patient.silent("no sound is sent", Media::audioOut);

        Locator hand = staff.button("Передать права ведущего");
        hand.focus();
        staff.page.keyboard().press("Enter");
        assertThat(other.page.locator(".tile[data-host] .tile-name")).containsText("(Вы)");
        Locator take = staff.button("Вернуть права ведущего");
        assertThat(take).isVisible();
        take.focus();
        staff.page.keyboard().press("Enter");
        assertThat(staff.page.locator(".tile[data-host] .tile-name")).containsText("(Вы)");

        staff.tool("Чат").click();
        staff.page.getByLabel("Сообщение участникам").fill("Слышно хорошо?");
        staff.page.keyboard().press("Enter");
        patient.tool("Чат").click();
        assertThat(patient.page.locator(".room-messages").getByText("Слышно хорошо?"))
                .isVisible();

        staff.tool("Выйти").click();
        assertThat(other.page.locator(".tile[data-host] .tile-name")).containsText("(Вы)");
        // The patient's microphone is off; the picture goes on.
        Media before = other.await("the patient alone", it -> it.connected() == 1);
        other.await("more of the patient's picture", it -> it.frames() > before.frames() + 5);
    }

    @Proves({"S142", "S143"})
    @Test
    void aColleagueWatchesOnceThePatientAgreedAndTheScreenIsShown() {
        CallPage staff = atDoctor();
        CallPage patient = atPatient();
        CallPage listener = CallPage.at(browser.desktop(), Api.as(distribution, Demo.COLLEAGUE), "/incoming");
        ringAndAnswer(staff, patient);
        staff.tool("Слушатели").click();
        staff.page.getByLabel("Пригласить слушателя").fill("Орлова");
        staff.page
                .getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Найденные сотрудники"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Орлова")))
                .click();
        assertThat(staff.page.getByText("Ждём согласия пациента")).isVisible();
        assertThat(listener.page.locator(".bell")).hasCount(0);
        patient.picture("listener-asked");
        patient.button("Разрешаю").click();
        assertThat(listener.page.locator(".bell")).containsText("Вас пригласили слушателем.");
        listener.picture("listener-invited");
        listener.page
                .locator(".bell")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Войти"))
                .click();
        staff.button("Впустить").click();
        listener.inRoom().receives();
        assertThat(listener.tool("Микрофон")).hasCount(0);
        assertThat(patient.page.getByText(Pattern.compile("^На консультации присутствует слушатель: Орлова")))
                .isVisible();

        staff.button("Показать экран").click();
        for (CallPage each : List.of(patient, listener)) {
            assertThat(each.page.locator(".tile-screen")).containsText("Экран");
        }
        patient.receives();
        staff.picture("screen-shown");
        patient.picture("screen-seen");
        staff.button("Прекратить показ экрана").click();
        assertThat(patient.page.locator(".tile-screen")).hasCount(0);
        staff.receives();
    }

    @Test
    void howThePatientWasIdentifiedIsMarkedWithOneClick() {
        Page page = CallPage.at(browser.desktop(), doctor, "/requests/" + request).page;
        Locator identified = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Личность пациента"));
        identified
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Документ на камеру")))
                .click();
        assertThat(identified.getByRole(AriaRole.STATUS)).containsText("Подтверждено: Документ на камеру");
        assertEquals(
                "DOCUMENT",
                doctor.get("/api/requests/" + request)
                        .ok()
                        .path("identification")
                        .path("method")
                        .asText());
    }

    @Test
    void aReloadComesBackAndTheCallOutlivesAnUpdateOfTheBundle() {
        CallPage staff = atDoctor();
        CallPage patient = atPatient();
        ringAndAnswer(staff, patient);
        staff.receives();
        distribution.console("bundle:update org.consilium.conferencing.provider");
        staff.receives();
        patient.receives();
        patient.tool("Микрофон").click();
        assertThat(staff.tile("PATIENT").locator("[data-sign=microphone]")).hasAttribute("data-on", "false");

        patient.page.reload();
        patient.button("Войти").click();
        patient.inRoom();
        staff.receives();
    }

    @Test
    void callsConnectOneAfterTheOther() {
        CallPage staff = atDoctor();
        CallPage patient = atPatient();
        for (int i = 0; i < (LONG ? 20 : 3); i++) {
            ringAndAnswer(staff, patient);
            staff.receives();
            patient.receives();
            doctor.post(CallRoom.path(request) + "/end", Map.of()).ok();
            patient.button("К переписке").click();
            staff.button("Закрыть").click();
        }
    }
}
