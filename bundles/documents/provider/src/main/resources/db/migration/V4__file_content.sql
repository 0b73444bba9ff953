create index documents_file_content on documents_file (content_hash);
