create table documents_usage (
    holder_id varchar(36) not null,
    size_bytes bigint not null,
    constraint documents_usage_pk primary key (holder_id)
);
