-- Why the request is with its filer to be mended; null while it is not.
alter table requests_request add column return_reason varchar(4000);
