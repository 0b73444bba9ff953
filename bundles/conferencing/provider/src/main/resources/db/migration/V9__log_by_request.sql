create index conferencing_log_request on conferencing_log (request_id, id);
