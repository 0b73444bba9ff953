-- The operator's trust list, with the newest revocation list of each authority; certificate and list are DER in base64.
create table signing_authority (
    fingerprint varchar(64) not null,
    name varchar(500) not null,
    certificate text not null,
    addresses text not null,
    valid_from timestamp with time zone not null,
    valid_to timestamp with time zone not null,
    revocation_list text,
    list_from timestamp with time zone,
    list_until timestamp with time zone,
    last_problem varchar(300),
    changed_at timestamp with time zone not null,
    constraint signing_authority_pk primary key (fingerprint)
);
