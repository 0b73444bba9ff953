-- What happened in the conferences of a request; never changed.
create table conferencing_log (
    id varchar(36) not null,
    request_id varchar(36) not null,
    conference_id varchar(36) not null,
    entry_number bigint not null,
    happened_at timestamp with time zone not null,
    kind varchar(20) not null,
    person_name varchar(300),
    person_role varchar(10),
    details varchar(1000) not null,
    constraint conferencing_log_pk primary key (id),
    constraint conferencing_log_number unique (request_id, entry_number)
);
