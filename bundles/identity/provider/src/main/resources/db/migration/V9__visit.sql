-- The patient's side of one request: failed checks and the consent.
-- failures: since the last success or the newest link; failed_checks: since the newest link.
create table identity_visit (
    request_id varchar(36) not null,
    failures integer not null,
    failed_checks integer not null,
    last_opened_at timestamp with time zone,
    consent_at timestamp with time zone,
    consent_version varchar(40),
    consent_text_hash varchar(64),
    consent_method varchar(40),
    consent_link_id varchar(36),
    constraint identity_visit_pk primary key (request_id)
);
