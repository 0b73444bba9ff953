create index requests_request_coordinator_due on requests_request (coordinator_id, closed, due_at, id);
