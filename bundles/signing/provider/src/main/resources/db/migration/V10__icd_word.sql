create table signing_icd_word (
    word varchar(40) not null,
    code varchar(10) not null,
    constraint signing_icd_word_pk primary key (word, code)
);
