create index requests_request_processor_due on requests_request (processor_id, closed, due_at, id);
