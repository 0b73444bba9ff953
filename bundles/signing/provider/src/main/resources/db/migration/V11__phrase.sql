create table signing_phrase (
    id varchar(36) not null,
    owner_id varchar(36) not null,
    profile varchar(60),
    field varchar(100) not null,
    title varchar(200) not null,
    body varchar(4000) not null,
    version bigint not null,
    constraint signing_phrase_pk primary key (id)
);
