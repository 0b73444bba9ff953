create table notifications_reminder (
    id varchar(36) not null,
    request_id varchar(36) not null,
    lead_minutes integer not null,
    visit_start timestamp with time zone not null,
    due_at timestamp with time zone not null,
    constraint notifications_reminder_pk primary key (id),
    constraint notifications_reminder_lead_uk unique (request_id, lead_minutes)
);
