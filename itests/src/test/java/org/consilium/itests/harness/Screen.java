package org.consilium.itests.harness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** How a person finds things on the staff's pages. */
public final class Screen {
    private Screen() {}

    /** Logs in, and waits until it is done: who goes to an address before that is asked again. */
    public static void logIn(Page page, Demo.Account account) {
        logIn(page, account.login(), account.password());
        assertThat(page.locator("input[type=password]")).hasCount(0);
    }

    public static void logIn(Page page, String login, String password) {
        if (!page.url().startsWith("http")) {
            page.navigate("/");
        }
        page.getByLabel("Логин").fill(login);
        page.getByLabel("Пароль", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button(page, "Войти").click();
    }

    public static Locator menuLink(Page page, String name) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Главное меню"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    public static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public static Locator button(Locator part, String name) {
        return part.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    public static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A part of the request's window under a heading. */
    public static Locator section(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The window that is open, by its title. */
    public static Locator dialog(Page page, String name) {
        return page.getByRole(
                AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A line of the list in view. */
    public static Locator row(Page page, String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Chooses in a field that opens a list. */
    public static void choose(Locator field, Page page, Pattern option) {
        field.click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
    }

    /** The first visible place of a text: the frame has some texts twice, for the desktop and for the phone. */
    public static Locator seen(Page page, String text) {
        return page.getByText(text).locator("visible=true").first();
    }

    public static Locator seen(Page page, Pattern text) {
        return page.getByText(text).locator("visible=true").first();
    }

    public static Locator lastSeen(Page page, String text) {
        return page.getByText(text).locator("visible=true").last();
    }

    public static Locator lastSeen(Page page, Pattern text) {
        return page.getByText(text).locator("visible=true").last();
    }
}
