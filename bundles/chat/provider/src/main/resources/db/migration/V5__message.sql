create table chat_message (
    id varchar(36) not null,
    request_id varchar(36) not null,
    message_number bigint not null,
    posted_at timestamp with time zone not null,
    author_kind varchar(10) not null,
    author_id varchar(36),
    author_name varchar(300),
    body varchar(4000),
    document_id varchar(36),
    document_name varchar(300),
    document_type varchar(200),
    document_size bigint not null,
    constraint chat_message_pk primary key (id),
    constraint chat_message_number unique (request_id, message_number),
    constraint chat_message_chat_fk foreign key (request_id) references chat_chat (request_id)
);
