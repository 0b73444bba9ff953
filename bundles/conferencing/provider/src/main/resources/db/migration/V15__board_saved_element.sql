create table conferencing_board_saved_element (
    save_id varchar(36) not null,
    element_id varchar(100) not null,
    element_version bigint not null,
    nonce bigint not null,
    body varchar(65536) not null,
    constraint conferencing_board_saved_element_pk primary key (save_id, element_id)
);
