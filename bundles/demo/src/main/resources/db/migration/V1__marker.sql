create table demo_marker (
    part varchar(40) not null,
    made_at timestamp with time zone not null,
    constraint demo_marker_pk primary key (part)
)
