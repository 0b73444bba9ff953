alter table requests_request alter column person drop not null;
