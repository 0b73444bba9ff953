-- Who takes part: each doctor by account, the patient's side as one. Carries what is different for each reader, and the time of
-- the last message once more, so that one index gives a reader's list in its order.
create table chat_participant (
    request_id varchar(36) not null,
    participant varchar(36) not null,
    kind varchar(10) not null,
    read_up_to bigint not null,
    unread bigint not null,
    last_at timestamp with time zone not null,
    constraint chat_participant_pk primary key (request_id, participant),
    constraint chat_participant_chat_fk foreign key (request_id) references chat_chat (request_id)
);
