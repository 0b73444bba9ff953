-- The demo's authority and the keys of its doctors. They sign for real and are worth nothing.
create table demo_key (
    holder varchar(36) not null,
    certificate text not null,
    private_key text not null,
    constraint demo_key_pk primary key (holder)
);
