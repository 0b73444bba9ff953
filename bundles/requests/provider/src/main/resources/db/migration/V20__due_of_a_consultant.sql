create index requests_request_consultant_due on requests_request (consultant_id, closed, due_at, id);
