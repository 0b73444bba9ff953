create table notifications_mail (
    id varchar(36) not null,
    request_id varchar(36) not null,
    kind varchar(20) not null,
    occasion varchar(60) not null,
    recipient varchar(320) not null,
    subject varchar(200) not null,
    body text not null,
    calendar text,
    state varchar(10) not null,
    state_at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    valid_until timestamp with time zone not null,
    attempts integer not null,
    last_error varchar(200),
    created_at timestamp with time zone not null,
    constraint notifications_mail_pk primary key (id),
    constraint notifications_mail_occasion_uk unique (request_id, occasion)
);
