package org.consilium.identity.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.consilium.identity.cfg}. */
@ObjectClassDefinition(name = "Consilium identity")
@interface IdentityConfig {
    String NOTICE = "Врач читает сообщения во время приёма. Если стало хуже — звоните 103 или 112";
    String CONSENT =
            "Я, пациент или его законный представитель, даю согласие на консультацию с применением телемедицинских технологий и"
                    + " на обработку медицинскими организациями, которые в ней участвуют, моих персональных данных и данных пациента, в том числе"
                    + " сведений о состоянии здоровья, в объёме, нужном для консультации (статьи 20 и 36.2 Федерального закона № 323-ФЗ, статья 10"
                    + " Федерального закона № 152-ФЗ). Мне понятно, что дистанционная консультация не заменяет скорую помощь: если станет хуже,"
                    + " нужно звонить 103 или 112. Согласие можно отозвать, сообщив об этом врачу.";

    @AttributeDefinition(
            description = "Address under which browsers reach this installation; personal links begin with it")
    String publicUrl() default "http://localhost:8181";

    @AttributeDefinition(description = "Name of the region, shown on every page")
    String regionName() default "Регион";

    @AttributeDefinition(description = "Short text in place of a logo")
    String logoText() default "Консилиум";

    @AttributeDefinition(description = "Time zone of the region (IANA name)")
    String timeZone() default "Europe/Moscow";

    @AttributeDefinition(
            description = "Days after the end of a request during which its patient may still read",
            min = "0")
    int readingDays() default 30;

    @AttributeDefinition(description = "What always stands above the patient's chat")
    String notice() default NOTICE;

    @AttributeDefinition(description = "Version of the consent text; raise it when the text changes")
    String consentVersion() default "1";

    @AttributeDefinition(description = "What the patient consents to before the chat is readable")
    String consentText() default CONSENT;

    @AttributeDefinition(description = "Fewest characters of a password", min = "8")
    int passwordMinLength() default 8;

    @AttributeDefinition(description = "Failed log-ins to one account from one address in 15 minutes", min = "1")
    int logInAttempts() default 10;

    @AttributeDefinition(description = "Failed log-ins to one account from all addresses in 15 minutes", min = "1")
    int logInAttemptsPerAccount() default 50;

    @AttributeDefinition(description = "Log-ins and opened links from one address in 15 minutes", min = "1")
    int attemptsPerAddress() default 300;

    @AttributeDefinition(description = "Calls of another system with one service token in a minute", min = "1")
    int serviceCallsPerMinute() default 600;
}
