create index requests_request_filer_due on requests_request (filer_id, closed, due_at, id);
