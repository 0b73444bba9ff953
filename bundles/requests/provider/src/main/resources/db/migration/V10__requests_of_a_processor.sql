-- «Входящие»: whose turn it is. Closed requests have no processor.
create index requests_request_processor on requests_request (processor_id, closed, submitted_at desc, id desc);
