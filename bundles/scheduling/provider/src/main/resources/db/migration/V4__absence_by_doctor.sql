create index ix_scheduling_absence_doctor on scheduling_absence (doctor_id, end_at);
