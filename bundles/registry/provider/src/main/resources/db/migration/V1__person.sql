create table registry_person (
    id varchar(64) not null,
    surname varchar(100) not null,
    name varchar(100) not null,
    patronymic varchar(100),
    birth_date date not null,
    sex varchar(6) not null,
    snils varchar(11),
    policy varchar(20),
    passport varchar(10),
    constraint registry_person_pk primary key (id)
)
