-- What the doctor reads of the raised red flags, as JSON; a copy, so that a row shows a list's line.
alter table requests_request add column red_flags varchar(20000);
