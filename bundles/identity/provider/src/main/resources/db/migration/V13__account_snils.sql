-- Binds a signer's certificate to an account.
alter table identity_account add column snils varchar(11);
