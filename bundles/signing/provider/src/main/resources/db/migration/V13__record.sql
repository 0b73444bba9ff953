-- The hash-chained record of a finished consultation; its seal stands in the audit trail too.
create table signing_record (
    request_id varchar(36) not null,
    sealed_at timestamp with time zone not null,
    seal varchar(64) not null,
    record_text text not null,
    constraint signing_record_pk primary key (request_id)
);
