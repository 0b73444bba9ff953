-- Personal links; the token itself is stored nowhere.
create table identity_link (
    id varchar(36) not null,
    request_id varchar(36) not null,
    token_hash varchar(64) not null,
    issued_at timestamp with time zone not null,
    locked_at timestamp with time zone,
    revoked_at timestamp with time zone,
    constraint identity_link_pk primary key (id),
    constraint identity_link_token_uq unique (token_hash)
);
