create table documents_file (
    id varchar(36) not null,
    owner_id varchar(36) not null,
    from_patient boolean not null,
    request_id varchar(36),
    file_name varchar(255) not null,
    folder varchar(100) not null,
    media_type varchar(100) not null,
    size_bytes bigint not null,
    content_hash varchar(64) not null,
    uploaded_at timestamp with time zone not null,
    posted boolean not null,
    version bigint not null,
    constraint documents_file_pk primary key (id)
);
