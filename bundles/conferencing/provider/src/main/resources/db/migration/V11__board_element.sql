-- The last writer of each element; its drawing as the page gave it.
create table conferencing_board_element (
    request_id varchar(36) not null,
    element_id varchar(100) not null,
    element_version bigint not null,
    nonce bigint not null,
    changed bigint not null,
    body varchar(65536) not null,
    constraint conferencing_board_element_pk primary key (request_id, element_id)
);
