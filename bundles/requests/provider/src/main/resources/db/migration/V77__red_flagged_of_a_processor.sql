create index requests_request_processor_flag on requests_request (processor_id, red_flagged, closed);
