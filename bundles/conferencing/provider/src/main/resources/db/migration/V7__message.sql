-- The chat of a conference, apart from the request's chat. Numbers go on through all conferences of a room.
create table conferencing_message (
    id varchar(36) not null,
    request_id varchar(36) not null,
    conference_id varchar(36) not null,
    message_number bigint not null,
    posted_at timestamp with time zone not null,
    seat_id varchar(36) not null,
    person varchar(36) not null,
    author_name varchar(300) not null,
    author_role varchar(10) not null,
    body varchar(2000) not null,
    constraint conferencing_message_pk primary key (id),
    constraint conferencing_message_number unique (request_id, message_number)
);
