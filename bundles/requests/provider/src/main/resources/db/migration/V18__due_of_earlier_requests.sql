update requests_request set due_at = visit_start where due_at is null;
