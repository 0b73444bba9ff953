alter table requests_request add column coordinator_name varchar(300);
