create index identity_account_name_ix on identity_account (sort_name, id);
