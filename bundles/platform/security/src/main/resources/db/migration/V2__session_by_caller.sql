create index security_session_caller_ix on security_session (caller_id);
