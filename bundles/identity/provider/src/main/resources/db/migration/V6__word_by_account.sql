create index identity_word_account_ix on identity_word (account_id);
