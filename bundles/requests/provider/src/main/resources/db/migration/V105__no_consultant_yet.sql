-- A coordinator names the consultant.
alter table requests_request alter column consultant_id drop not null;
