-- The patient's answers to the questionnaire of his request's route, as JSON: what he sent, and what he typed since.
create table requests_questionnaire (
    request_id varchar(36) not null,
    typed varchar(400000),
    answers varchar(400000),
    answered_at timestamp with time zone,
    version bigint not null,
    constraint requests_questionnaire_pk primary key (request_id)
);
