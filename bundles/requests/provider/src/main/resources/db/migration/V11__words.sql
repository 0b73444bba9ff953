-- The words by which a participant finds a request. They begin with the participant, so that a search reads only his own, however
-- common the surname is in the region.
create table requests_word (
    account_id varchar(36) not null,
    word varchar(40) not null,
    request_id varchar(36) not null,
    constraint requests_word_pk primary key (account_id, word, request_id)
);
