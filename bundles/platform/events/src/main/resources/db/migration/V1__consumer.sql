create table events_consumer (
    name varchar(120) not null,
    event_type varchar(120) not null,
    registered_at timestamp with time zone not null,
    constraint events_consumer_pk primary key (name)
);
