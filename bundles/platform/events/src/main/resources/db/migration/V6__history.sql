-- What became of the events of a key: written, handled, failed. Kept for some months, so that an operator can follow a request.
create table events_history (
    id varchar(36) not null,
    event_key varchar(80) not null,
    event_type varchar(120) not null,
    consumer varchar(120),
    at_time timestamp with time zone not null,
    outcome varchar(10) not null,
    attempt integer not null,
    error varchar(400),
    constraint events_history_pk primary key (id)
);
