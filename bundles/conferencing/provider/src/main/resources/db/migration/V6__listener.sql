-- Colleagues who were asked to watch, and what the patient's side said.
create table conferencing_listener (
    id varchar(36) not null,
    request_id varchar(36) not null,
    account_id varchar(36) not null,
    state varchar(10) not null,
    asked_by varchar(36) not null,
    asked_at timestamp with time zone not null,
    constraint conferencing_listener_pk primary key (id),
    constraint conferencing_listener_account unique (request_id, account_id)
);
