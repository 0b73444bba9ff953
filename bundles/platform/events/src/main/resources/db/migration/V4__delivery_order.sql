create index events_delivery_in_order on events_delivery (consumer, event_key, id);
