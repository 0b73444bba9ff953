create index identity_account_organisation_ix on identity_account (organisation_id);
