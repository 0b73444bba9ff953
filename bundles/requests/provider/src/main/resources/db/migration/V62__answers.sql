-- What was answered in the route's forms, as JSON by the forms' ids.
alter table requests_request add column answers varchar(400000);
