create table demo_mail (
    id varchar(36) not null,
    received_at timestamp with time zone not null,
    recipient varchar(320) not null,
    subject varchar(998) not null,
    body text not null,
    calendar text,
    constraint demo_mail_pk primary key (id)
)
