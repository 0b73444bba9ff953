-- The board of a request: the number of its newest change, and what it holds. Locked by whoever draws.
create table conferencing_board (
    request_id varchar(36) not null,
    board_number bigint not null,
    element_count integer not null,
    characters bigint not null,
    constraint conferencing_board_pk primary key (request_id)
);
