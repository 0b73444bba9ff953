create index identity_consultant_account_ix on identity_consultant (account_id);
