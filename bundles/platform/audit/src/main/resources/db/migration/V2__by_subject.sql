create index ix_audit_entry_subject on audit_entry (subject, at);
