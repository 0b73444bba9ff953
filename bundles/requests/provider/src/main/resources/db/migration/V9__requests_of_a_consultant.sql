-- «Входящие» with the open lock, the other half of «Заявки», the visits of today.
create index requests_request_consultant on requests_request (consultant_id, closed, submitted_at desc, id desc);
