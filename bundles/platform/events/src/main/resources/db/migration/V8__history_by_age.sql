create index events_history_by_age on events_history (at_time);
