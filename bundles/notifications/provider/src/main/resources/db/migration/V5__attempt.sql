-- Each attempt to hand over a mail, for an operator who follows a request.
create table notifications_attempt (
    id varchar(36) not null,
    request_id varchar(36) not null,
    kind varchar(20) not null,
    at_time timestamp with time zone not null,
    attempt integer not null,
    state varchar(10) not null,
    error varchar(200),
    constraint notifications_attempt_pk primary key (id)
);
