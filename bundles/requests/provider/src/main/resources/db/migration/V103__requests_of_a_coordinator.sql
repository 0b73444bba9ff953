-- The coordinator's part of «Заявки».
create index requests_request_coordinator on requests_request (coordinator_id, closed, submitted_at desc, id desc);
