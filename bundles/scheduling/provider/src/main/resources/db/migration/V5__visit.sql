create table scheduling_visit (
    request_id varchar(36) not null,
    doctor_id varchar(36) not null,
    start_at timestamp with time zone not null,
    minutes integer not null,
    buffer_minutes integer not null,
    title varchar(400) not null,
    booked_by varchar(36),
    constraint pk_scheduling_visit primary key (request_id)
);
