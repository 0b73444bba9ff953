-- Who coordinates, for routes with a coordinator's stage.
alter table requests_request add column coordinator_id varchar(36);
