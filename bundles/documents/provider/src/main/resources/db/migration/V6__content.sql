create table documents_content (
    content_hash varchar(64) not null,
    stored_at timestamp with time zone not null,
    constraint documents_content_pk primary key (content_hash)
);
