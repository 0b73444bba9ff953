create index ix_scheduling_template_doctor on scheduling_template (doctor_id);
