create index notifications_mail_due on notifications_mail (state, due_at, id);
