create table scheduling_template (
    id varchar(36) not null,
    doctor_id varchar(36) not null,
    doctor_name varchar(200) not null,
    title varchar(200) not null,
    weekdays varchar(7) not null,
    start_minute integer not null,
    end_minute integer not null,
    slot_minutes integer not null,
    buffer_minutes integer not null,
    valid_from date not null,
    valid_to date,
    author varchar(120) not null,
    version bigint not null,
    constraint pk_scheduling_template primary key (id)
);
