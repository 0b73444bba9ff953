create table events_delivery (
    id bigint not null,
    consumer varchar(120) not null,
    event_type varchar(120) not null,
    event_key varchar(80) not null,
    payload varchar(8000) not null,
    created_at timestamp with time zone not null,
    next_attempt_at timestamp with time zone not null,
    attempts integer not null,
    last_error varchar(400),
    parked boolean not null,
    constraint events_delivery_pk primary key (id)
);
