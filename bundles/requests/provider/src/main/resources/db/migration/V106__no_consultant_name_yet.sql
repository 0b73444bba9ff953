alter table requests_request alter column consultant_name drop not null;
