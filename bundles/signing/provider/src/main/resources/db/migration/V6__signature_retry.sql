create index signing_signature_retry on signing_signature (state, retry_at);
