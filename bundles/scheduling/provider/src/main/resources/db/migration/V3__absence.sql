create table scheduling_absence (
    id varchar(36) not null,
    doctor_id varchar(36) not null,
    start_at timestamp with time zone not null,
    end_at timestamp with time zone not null,
    reason varchar(16) not null,
    author varchar(120) not null,
    constraint pk_scheduling_absence primary key (id)
);
