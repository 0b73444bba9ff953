create index requests_draft_filer on requests_draft (filer_id, updated_at);
