-- Doctors among themselves.
alter table chat_chat alter column patient_name drop not null;
