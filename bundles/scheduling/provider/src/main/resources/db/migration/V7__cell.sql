create table scheduling_cell (
    holder varchar(48) not null,
    cell bigint not null,
    lane integer not null,
    request_id varchar(36) not null,
    constraint pk_scheduling_cell primary key (holder, cell, lane)
);
