-- By which the consultant calls the patient's side when the video fails; as it was typed.
alter table requests_request add column phone varchar(30);
