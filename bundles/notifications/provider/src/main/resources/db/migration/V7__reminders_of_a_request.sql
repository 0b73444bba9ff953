create index notifications_reminder_request on notifications_reminder (request_id);
