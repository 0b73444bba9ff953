-- content is JSON: what was typed so far, right or wrong, and the person as the registry knew it.
create table requests_draft (
    id varchar(36) not null,
    filer_id varchar(36) not null,
    route_key varchar(64) not null,
    profile_code varchar(20) not null,
    step varchar(20) not null,
    content varchar(40000) not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    version bigint not null,
    constraint requests_draft_pk primary key (id)
);
