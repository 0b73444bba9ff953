-- The words by which a member of staff is found; dismissed ones have none.
create table identity_word (
    word varchar(40) not null,
    account_id varchar(36) not null,
    constraint identity_word_pk primary key (word, account_id)
);
