-- That the consultant made sure whom he speaks with: ESIA, DOCUMENT or PERSONALLY.
alter table requests_request add column identification_method varchar(20);
