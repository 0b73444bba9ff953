-- Each step of a request, with what was written to explain it. The audit trail names the row and holds no text of a person.
create table requests_transition (
    id varchar(36) not null,
    request_id varchar(36) not null,
    at_time timestamp with time zone not null,
    step varchar(30) not null,
    state_before varchar(20) not null,
    state_after varchar(20) not null,
    stage_before varchar(40),
    stage_after varchar(40),
    actor_kind varchar(20) not null,
    actor_id varchar(36),
    actor_name varchar(300) not null,
    explanation varchar(4000),
    constraint requests_transition_pk primary key (id)
);
