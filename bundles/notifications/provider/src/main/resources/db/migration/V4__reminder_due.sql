create index notifications_reminder_due on notifications_reminder (due_at, id);
