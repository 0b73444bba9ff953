create table signing_icd (
    code varchar(10) not null,
    name varchar(1000) not null,
    chapter varchar(1000),
    constraint signing_icd_pk primary key (code)
);
