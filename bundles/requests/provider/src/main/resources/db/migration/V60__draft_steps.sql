-- A step is a kind of the core or the id of a route's form.
alter table requests_draft alter column step set data type varchar(60);
