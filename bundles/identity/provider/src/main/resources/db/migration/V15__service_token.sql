-- Tokens by which systems of an organisation come in; the token itself is stored nowhere.
create table identity_service_token (
    id varchar(36) not null,
    organisation_id varchar(36) not null,
    name varchar(100) not null,
    token_hash varchar(64) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    constraint identity_service_token_pk primary key (id),
    constraint identity_service_token_uq unique (token_hash),
    constraint identity_service_token_organisation_fk foreign key (organisation_id) references identity_organisation (id)
);
