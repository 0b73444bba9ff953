-- Words by which a chat is found. The chat comes first in the key: a search always begins with the chats of one person and asks each of
-- them for a word, never the whole region for all the Ivanovs.
create table chat_word (
    request_id varchar(36) not null,
    word varchar(40) not null,
    constraint chat_word_pk primary key (request_id, word),
    constraint chat_word_chat_fk foreign key (request_id) references chat_chat (request_id)
);
