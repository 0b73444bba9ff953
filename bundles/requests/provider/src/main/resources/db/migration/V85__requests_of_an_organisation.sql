-- What a system of the filer's organisation follows.
create index requests_request_organisation on requests_request (organisation_id, submitted_at desc, id desc);
