-- The answers to a route's forms are in it.
alter table requests_draft alter column content set data type varchar(400000);
