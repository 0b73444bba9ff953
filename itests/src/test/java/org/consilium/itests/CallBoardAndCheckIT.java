package org.consilium.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.List;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.CallPage;
import org.consilium.itests.harness.CallRoom;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.itests.harness.Turn;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The board and the files in the call, and the check before it: what it finds stands with the doctor. */
class CallBoardAndCheckIT {
    private static Turn turn;
    private static Distribution distribution;
    private static Api doctor;

    private Browser browser;
    private Api patientApi;
    private String request;

    @BeforeAll
    static void start() {
        turn = Turn.start();
        distribution = Distribution.withCalls("call-board", turn);
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
        request = Consultations.file(doctor, Consultations.accountOf(doctor), Demo.ANNA.id())
                .id();
        Consultations.awaitChat(doctor, request);
        patientApi = Consultations.patient(distribution, doctor, request, Demo.ANNA);
    }

    @AfterEach
    void close() {
        browser.close();
        assertEquals(List.of(), browser.complaints);
    }

    private void enter(CallPage staff) {
        staff.page
                .locator(".chat-header")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Камера"))
                .click();
        staff.inRoom();
    }

    private int elements() {
        return doctor.get(CallRoom.path(request) + "/board?after=0")
                .ok()
                .path("elements")
                .size();
    }

    @Proves({"S133", "S137", "S139", "S140", "S141"})
    @Test
    void theBoardIsDrawnOnSeenByALateComerAndSavedToTheFilesOfTheRequest() {
        byte[] png = java.util.Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        patientApi
                .send(
                        "POST",
                        "/api/visit/documents/files",
                        png,
                        "Content-Type",
                        "image/png",
                        "Consilium-Upload",
                        "1",
                        "Consilium-File-Id",
                        Ids.next(),
                        "Consilium-File-Name",
                        "snimok.png")
                .ok();
        CallPage staff = CallPage.staff(browser.desktop(), doctor, request);
        enter(staff);
        staff.tool("Доска").click();
        Locator canvas = staff.page.locator(".board-canvas[data-loaded]");
        assertThat(canvas).isVisible();
        staff.page.locator("[data-testid=toolbar-rectangle]").click(new Locator.ClickOptions().setForce(true));
        BoundingBox box = canvas.boundingBox();
        staff.page.mouse().move(box.x + 260, box.y + 240);
        staff.page.mouse().down();
        staff.page.mouse().move(box.x + 420, box.y + 340);
        staff.page.mouse().up();
        Distribution.await("the stroke at the server", Duration.ofSeconds(20), () -> elements() == 1);

        staff.tool("Файлы").click();
        assertThat(staff.page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Каталог")))
                .isVisible();
        assertThat(staff.page.locator(".room-file").getByText("snimok.png")).isVisible();
        staff.button("Поместить на доску").click();
        Distribution.await("the picture at the server", Duration.ofSeconds(20), () -> elements() == 2);

        staff.button("Сохранить доску в файлы заявки").click();
        assertThat(staff.page.getByText("Доска сохранена в файлах заявки:")).isVisible();
        staff.page
                .locator(".call-folder", new Page.LocatorOptions().setHasText("Доска"))
                .click();
        assertThat(staff.page.locator(".room-file")).hasCount(1);
        staff.picture("board");
        JsonNode saves =
                doctor.get(CallRoom.path(request) + "/board/saves").ok().path("items");
        assertEquals(1, saves.size());

        CallPage patient = CallPage.patient(browser.phone(), patientApi);
        patient.button("Войти").click();
        assertThat(patient.page.getByText("Врач знает, что Вы ждёте")).isVisible();
        staff.button("Впустить").click();
        patient.inRoom();
        patient.tool("Доска").click();
        assertThat(patient.page.locator(".board-canvas[data-loaded]")).isVisible();
        patient.picture("late-board");
        patient.page.locator("[data-testid=toolbar-ellipse]").click(new Locator.ClickOptions().setForce(true));
        BoundingBox area = patient.page.locator(".board-canvas").boundingBox();
        patient.page.mouse().move(area.x + 120, area.y + 200);
        patient.page.mouse().down();
        patient.page.mouse().move(area.x + 220, area.y + 280);
        patient.page.mouse().up();
        Distribution.await("the patient's stroke at the server", Duration.ofSeconds(20), () -> elements() == 3);
    }

    @Proves({"S145", "S148"})
    @Test
    void theCheckPassesThroughTheRelayAndTheDoctorSeesIt() {
        CallPage patient = CallPage.patient(browser.phone(), patientApi);
        patient.button("Видеосвязь").click();
        patient.button("Проверить камеру и микрофон").click();
        Locator result = patient.page.locator(".check-result");
        assertThat(result)
                .hasAttribute(
                        "data-outcome",
                        "OK",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions()
                                .setTimeout(60_000));
        patient.picture("check");
        Distribution.await("the result at the server", Duration.ofSeconds(20), () -> check().path("outcome")
                .asText()
                .equals("OK"));
        assertTrue(check().path("udp").asBoolean() && check().path("tcp").asBoolean(), check().toString());
        Page page = browser.desktop();
        CallPage.staff(page, doctor, request);
        page.navigate("/requests/" + request);
        assertThat(page.getByText("Связь проверена")).isVisible();
    }

    @Proves({"S146", "S147", "S149", "S150"})
    @ParameterizedTest
    @CsvSource({
        "PERMISSION, navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('x'; 'NotAllowedError'))",
        "BUSY_DEVICE, navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('x'; 'NotReadableError'))",
        "NO_DEVICE, navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('x'; 'NotFoundError'))",
        "BROWSER, delete window.RTCPeerConnection",
        "UDP_BLOCKED, window.blockRelay(address => !address.includes('transport=tcp'))",
        "EXTENSION, window.blockRelay(() => true)",
        "SEVERAL_ADAPTERS, window.blockRelay(() => true; ['192.168.1.5'; '10.8.0.2'])",
    })
    void theCheckTellsTheCausesApartAndTheReasonIsOfferedToTheDoctor(String cause, String trouble) {
        Page page = browser.phone();
        // A way that is blocked: the relay's address leads nowhere. The machine's own networks are not seen, but those
        // that the story names.
        page.addInitScript(
                """
                window.blockRelay = (blocked, addresses = ['192.168.1.5']) => {
                  const Native = window.RTCPeerConnection;
                  window.RTCPeerConnection = class extends Native {
                    constructor(configuration = {}) {
                      const iceServers = (configuration.iceServers ?? []).map((server) => ({ ...server,
                        urls: [server.urls].flat().map((url) => (/^turn/.test(url) && blocked(url) ? url.replace(/:\\d+/, ':9') : url)) }));
                      super({ ...configuration, iceServers });
                    }
                    set onicecandidate(listener) {
                      super.onicecandidate = (event) => (event.candidate?.type === 'host' ? undefined : listener?.(event));
                      addresses.forEach((address) => listener?.({ candidate: { candidate: 'x', type: 'host', address, toJSON: () => ({}) } }));
                    }
                  };
                };
                """);
        page.addInitScript(trouble.replace(';', ','));
        CallPage patient = CallPage.patient(page, patientApi);
        patient.button("Видеосвязь").click();
        patient.button("Проверить камеру и микрофон").click();
        assertThat(page.locator(".check-result"))
                .hasAttribute(
                        "data-cause",
                        cause,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions()
                                .setTimeout(60_000));
        Distribution.await("the result at the server", Duration.ofSeconds(20), () -> check().path("cause")
                .asText()
                .equals(cause));
        if (!check().path("outcome").asText().equals("FAILED")) {
            return;
        }
        Page desk = browser.desktop();
        CallPage.staff(desk, doctor, request);
        desk.navigate("/requests/" + request);
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Завершение без заключения"))
                .click();
        assertThat(desk.getByRole(AriaRole.DIALOG).getByText("Проверка связи у пациента не прошла"))
                .isVisible();
        assertThat(desk.getByRole(AriaRole.DIALOG).locator("input").first()).hasValue("Технические неполадки");
    }

    private JsonNode check() {
        return doctor.get("/api/conferencing/device-checks?requestId=" + request)
                .ok()
                .path("items")
                .path(0);
    }
}
