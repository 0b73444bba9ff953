-- A route as it was when a draft first used it: its key is the hash of the description, so that nothing ever changes here.
create table requests_route (
    route_key varchar(64) not null,
    route_id varchar(100) not null,
    route_version varchar(20) not null,
    description text not null,
    stored_at timestamp with time zone not null,
    constraint requests_route_pk primary key (route_key)
);
