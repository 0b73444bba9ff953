alter table requests_request alter column email drop not null;
