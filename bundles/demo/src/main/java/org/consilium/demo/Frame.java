package org.consilium.demo;

/** What both pages of the demo have around their contents. */
enum Frame {
    OVERVIEW("Демонстрация", "/demo"),
    MAIL("Письма", "/demo/mail");

    private final String title;
    private final String path;

    Frame(String title, String path) {
        this.title = title;
        this.path = path;
    }

    /** @param refreshSeconds after how many seconds the browser asks again, 0 for never */
    String around(String contents, int refreshSeconds) {
        return """
                <!doctype html>
                <html lang="ru">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                %s<title>%s · Consilium</title>
                <link rel="stylesheet" href="/demo/demo.css">
                </head>
                <body>
                <header>
                <strong>Consilium</strong>
                <nav aria-label="Демонстрация">%s%s<a href="/">Вход для врача</a></nav>
                </header>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """
                .formatted(
                        refreshSeconds == 0
                                ? ""
                                : "<meta http-equiv=\"refresh\" content=\"%d\">\n".formatted(refreshSeconds),
                        title,
                        OVERVIEW.link(this),
                        MAIL.link(this),
                        title,
                        contents);
    }

    private String link(Frame shown) {
        return "<a href=\"%s\"%s>%s</a>".formatted(path, this == shown ? " aria-current=\"page\"" : "", title);
    }
}
