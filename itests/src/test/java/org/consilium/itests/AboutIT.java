package org.consilium.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.consilium.itests.harness.Browser;
import org.consilium.itests.harness.Demo;
import org.consilium.itests.harness.Distribution;
import org.consilium.platform.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service says of itself, and that it is used over HTTPS only. */
class AboutIT {
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

    @Proves({"S001", "S002", "S003", "S004", "S049"})
    @Test
    void theNameOfTheRegionStandsOnThePageAndTheHelpTellsOfTheService() {
        Page page = browser.desktop();
        page.navigate("/");
        page.locator("input[autocomplete=username]").fill(Demo.DOCTOR.login());
        page.locator("input[type=password]").fill(Demo.DOCTOR.password());
        page.keyboard().press("Enter");
        assertThat(page.getByText(Distribution.REGION)).isVisible();

        page.navigate("/help");
        answer(page, "Что это за сервис и кто им пользуется?", "Сервис дистанционных консультаций с пациентом");
        answer(page, "Что это за сервис и кто им пользуется?", "на рабочем месте врача");
        answer(page, "Что это за сервис и кто им пользуется?", "Тип консультации и маршрут — это одно и то же");
        answer(page, "С какими системами связан сервис?", "региональная база пациентов");
        answer(page, "С какими системами связан сервис?", "КриптоПро");
    }

    @Proves("S022")
    @Test
    void withoutTlsOnlyLocalhostIsServedAndThePageSaysWhatToOpen() {
        String elsewhere = "http://" + Browser.OTHER_HOST + ":"
                + URI.create(distribution.url()).getPort();
        for (String path : new String[] {"/", "/visit"}) {
            Page page = browser.desktop();
            page.navigate(elsewhere + path);
            assertThat(page.getByText("Нужен защищённый адрес")).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("https://")))
                    .isVisible();
            assertThat(page.locator("input")).hasCount(0);
            assertFalse(page.content().contains("Пароль"));
        }
    }

    private static void answer(Page page, String question, String text) {
        Locator control = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(question));
        if (!"true".equals(control.getAttribute("aria-expanded"))) {
            control.click();
        }
        assertThat(page.locator(".help-answer:visible", new Page.LocatorOptions().setHasText(text)))
                .isVisible();
    }
}
