-- The few flagged requests that stand on top of «Входящие».
create index requests_request_consultant_flag on requests_request (consultant_id, red_flagged, closed);
