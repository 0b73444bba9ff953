alter table requests_request add column identification_by varchar(36);
