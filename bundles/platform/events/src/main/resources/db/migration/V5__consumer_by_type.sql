create index events_consumer_by_type on events_consumer (event_type);
