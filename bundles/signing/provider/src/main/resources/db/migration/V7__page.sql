-- The pages of a scan, each a file of the documents domain.
create table signing_page (
    document_id varchar(36) not null,
    position integer not null,
    file_id varchar(36) not null,
    file_name varchar(300) not null,
    media_type varchar(200) not null,
    size_bytes bigint not null,
    constraint signing_page_pk primary key (document_id, position)
);
