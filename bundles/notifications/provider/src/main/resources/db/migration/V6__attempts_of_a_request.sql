create index notifications_attempt_request on notifications_attempt (request_id, id);
