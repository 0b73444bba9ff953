create index ix_scheduling_visit_doctor on scheduling_visit (doctor_id, start_at);
