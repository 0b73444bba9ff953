create index events_history_of_key on events_history (event_key, id);
