-- What the consultant writes, saved from the first letter on; one for each request.
create table signing_draft (
    request_id varchar(36) not null,
    author_id varchar(36) not null,
    answers text not null,
    sources text not null,
    correction_kind varchar(20),
    correction_reason varchar(1000),
    correction_document_id varchar(36),
    saved_at timestamp with time zone not null,
    version bigint not null,
    constraint signing_draft_pk primary key (request_id)
);
