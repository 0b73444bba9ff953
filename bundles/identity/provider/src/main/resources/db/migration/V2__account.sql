-- sort_name: full name in lower case, ё as е; the order of the directory.
create table identity_account (
    id varchar(36) not null,
    login varchar(100) not null,
    password_hash varchar(200) not null,
    surname varchar(100) not null,
    name varchar(100) not null,
    patronymic varchar(100),
    sort_name varchar(310) not null,
    organisation_id varchar(36) not null,
    job_position varchar(200),
    speciality varchar(200),
    profiles varchar(2000) not null,
    roles varchar(200) not null,
    active boolean not null,
    created_at timestamp with time zone not null,
    version bigint not null,
    constraint identity_account_pk primary key (id),
    constraint identity_account_login_uq unique (login),
    constraint identity_account_organisation_fk foreign key (organisation_id) references identity_organisation (id)
);
