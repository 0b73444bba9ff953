-- The next free number of a calendar year; nodes take blocks of it.
create table requests_counter (
    counter_year integer not null,
    next_number bigint not null,
    constraint requests_counter_pk primary key (counter_year)
);
