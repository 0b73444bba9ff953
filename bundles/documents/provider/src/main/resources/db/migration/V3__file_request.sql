create index documents_file_request on documents_file (request_id, uploaded_at, id);
