-- One row a session of staff or of a patient; the token itself is stored nowhere.
create table security_session (
    token_hash varchar(64) not null,
    kind varchar(10) not null,
    caller_id varchar(36) not null,
    organisation_id varchar(36),
    request_id varchar(36),
    roles varchar(400) not null,
    caller_name varchar(200) not null,
    created_at timestamp with time zone not null,
    used_at timestamp with time zone not null,
    constraint security_session_pk primary key (token_hash)
);
