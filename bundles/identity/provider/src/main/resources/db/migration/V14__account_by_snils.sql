create unique index identity_account_snils on identity_account (snils);
