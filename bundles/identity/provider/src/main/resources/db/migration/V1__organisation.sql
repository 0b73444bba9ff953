create table identity_organisation (
    id varchar(36) not null,
    name varchar(300) not null,
    created_at timestamp with time zone not null,
    constraint identity_organisation_pk primary key (id)
);
