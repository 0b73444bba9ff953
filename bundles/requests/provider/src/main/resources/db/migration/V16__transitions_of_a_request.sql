create index requests_transition_request on requests_transition (request_id, id);
