create index signing_document_author on signing_document (author_id, executed, created_at);
