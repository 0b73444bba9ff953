create table requests_favourite (
    account_id varchar(36) not null,
    route_id varchar(100) not null,
    constraint requests_favourite_pk primary key (account_id, route_id)
);
