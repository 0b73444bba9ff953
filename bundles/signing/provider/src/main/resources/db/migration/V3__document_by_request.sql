create index signing_document_request on signing_document (request_id, created_at);
