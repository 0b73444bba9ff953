-- Answered within its term.
alter table requests_request alter column visit_start drop not null;
