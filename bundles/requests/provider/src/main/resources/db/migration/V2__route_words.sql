-- The words of a route's title, so that they need not be repeated for each request.
create table requests_route_word (
    word varchar(40) not null,
    route_key varchar(64) not null,
    constraint requests_route_word_pk primary key (word, route_key)
);
