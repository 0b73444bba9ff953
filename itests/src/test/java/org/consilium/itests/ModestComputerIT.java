package org.consilium.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.consilium.itests.harness.Api;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.CallPage;
import org.consilium.itests.harness.Consultations;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.itests.harness.Ids;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.Test;

/** Chat and call on a computer with 2 GB of memory and a processor of that time: slow is allowed, in vain is not. */
class ModestComputerIT {
    /** How many times slower than this computer. */
    private static final int SLOWER = 4;

    private static final double PATIENCE_MS = 120_000;
    /** Half of the memory that there is, for everything of the browser: its processes, the page, the picture of the camera. */
    private static final long MOST_MEMORY_MIB = 1024;

    private static final long MOST_SCRIPT_MEMORY_MIB = 96;

    @Proves({"S010", "S019"})
    @Test
    void aDoctorWritesAndEntersTheRoomOnAModestComputer() {
        Distribution distribution = Distribution.shared();
        Api doctor = Api.as(distribution, Demo.DOCTOR);
        String request = Consultations.file(doctor, Consultations.accountOf(doctor), Demo.ANNA.id())
                .id();
        Consultations.awaitChat(doctor, request);
        Api patient = Consultations.patient(distribution, doctor, request, Demo.ANNA);
        try (Browser browser = Browser.withDevices(distribution)) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            Page page = browser.desktop();
            page.setDefaultTimeout(PATIENCE_MS);
            CDPSession tools = page.context().newCDPSession(page);
            tools.send("Emulation.setCPUThrottlingRate", number("rate", SLOWER));
            CallPage staff = CallPage.staff(page, doctor, request);

            // the chat
            Locator words = page.getByLabel("Сообщение пациенту");
            words.fill("Здравствуйте! Что Вас беспокоит?");
            words.press("Enter");
            patient.post("/api/visit/chat/messages", Map.of("id", Ids.next(), "text", "Болит голова"))
                    .ok();
            assertThat(page.getByText("Болит голова").locator("visible=true").last())
                    .isVisible();
            Distribution.await("the doctor's words", java.time.Duration.ofSeconds(60), () -> patient.get(
                            "/api/visit/chat/messages")
                    .ok()
                    .findValuesAsText("text")
                    .contains("Здравствуйте! Что Вас беспокоит?"));

            // the room, with the own camera in view
            page.locator(".chat-header")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Камера"))
                    .click();
            staff.inRoom();
            page.waitForFunction(
                    "() => [...document.querySelectorAll('video')].some((video) => video.videoWidth > 0 && video.currentTime > 1)");
            Browser.picture(page, "modest-computer");

            long memory = browser.memoryMiB();
            assertTrue(memory > 50 && memory < MOST_MEMORY_MIB, "the browser takes " + memory + " MiB");
            long script = scriptMiB(tools);
            assertTrue(script > 1 && script < MOST_SCRIPT_MEMORY_MIB, "the page's scripts take " + script + " MiB");
            assertEquals(List.of(), browser.complaints);
        }
    }

    private static long scriptMiB(CDPSession tools) {
        tools.send("HeapProfiler.collectGarbage");
        JsonObject usage = tools.send("Runtime.getHeapUsage");
        return usage.get("usedSize").getAsLong() >> 20;
    }

    private static JsonObject number(String name, int value) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty(name, value);
        return arguments;
    }
}
