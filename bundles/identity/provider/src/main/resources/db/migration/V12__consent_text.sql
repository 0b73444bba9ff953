-- Every text to which somebody consented, so that it can be shown later what was agreed to.
create table identity_consent_text (
    text_hash varchar(64) not null,
    version varchar(40) not null,
    consent_text text not null,
    first_used_at timestamp with time zone not null,
    constraint identity_consent_text_pk primary key (text_hash)
);
