-- Doctors among themselves.
alter table requests_request alter column patient_name drop not null;
