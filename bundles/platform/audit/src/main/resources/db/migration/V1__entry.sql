create table audit_entry (
    id varchar(36) not null,
    at timestamp with time zone not null,
    caller_kind varchar(16) not null,
    caller_id varchar(36),
    caller_name varchar(200) not null,
    action varchar(100) not null,
    subject varchar(36),
    details text not null,
    constraint pk_audit_entry primary key (id)
);
