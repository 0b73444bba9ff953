create index identity_link_request_ix on identity_link (request_id, issued_at);
