-- The patient's newest check of devices and network.
create table conferencing_device_check (
    request_id varchar(36) not null,
    checked_at timestamp with time zone not null,
    outcome varchar(10) not null,
    camera varchar(10) not null,
    microphone varchar(10) not null,
    sound varchar(10) not null,
    udp boolean,
    tcp boolean,
    loss double precision,
    kilobits integer,
    round_trip integer,
    cause varchar(20),
    browser varchar(200),
    constraint conferencing_device_check_pk primary key (request_id)
);
