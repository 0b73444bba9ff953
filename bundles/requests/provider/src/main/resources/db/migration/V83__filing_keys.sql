-- By which key another system filed which request, for a day: a retry finds it here.
create table requests_filing_key (
    id varchar(64) not null,
    fingerprint varchar(64) not null,
    request_id varchar(36) not null,
    created_at timestamp with time zone not null,
    constraint requests_filing_key_pk primary key (id)
);
