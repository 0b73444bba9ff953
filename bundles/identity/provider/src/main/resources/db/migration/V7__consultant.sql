-- Who consults in which medical-care profile: active doctors only.
create table identity_consultant (
    profile varchar(60) not null,
    account_id varchar(36) not null,
    constraint identity_consultant_pk primary key (profile, account_id)
);
