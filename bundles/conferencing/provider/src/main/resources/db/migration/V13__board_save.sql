-- A board that was saved to the request: the picture is a document, the elements are kept beside it.
create table conferencing_board_save (
    id varchar(36) not null,
    request_id varchar(36) not null,
    saved_at timestamp with time zone not null,
    saved_by varchar(36) not null,
    by_name varchar(300) not null,
    document_id varchar(36) not null,
    board_number bigint not null,
    constraint conferencing_board_save_pk primary key (id)
);
