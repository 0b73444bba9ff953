create table documents_word (
    owner_id varchar(36) not null,
    word varchar(40) not null,
    file_id varchar(36) not null,
    constraint documents_word_pk primary key (owner_id, word, file_id)
);
