-- One chat per request. What the list shows stands in the row; the names come from the request when the chat is opened.
create table chat_chat (
    request_id varchar(36) not null,
    name varchar(500) not null,
    patient_name varchar(300) not null,
    representative_name varchar(300),
    visit_start timestamp with time zone,
    closed boolean not null,
    last_number bigint not null,
    last_at timestamp with time zone not null,
    last_text varchar(300),
    last_from_patient boolean not null,
    constraint chat_chat_pk primary key (request_id)
);
