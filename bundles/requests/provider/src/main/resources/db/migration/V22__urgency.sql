alter table requests_request add column urgency varchar(20);
