create index documents_file_owner on documents_file (owner_id, uploaded_at, id);
