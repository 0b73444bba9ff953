create index security_session_used_ix on security_session (used_at);
