create index requests_filing_key_age on requests_filing_key (created_at);
