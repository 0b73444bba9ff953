create index conferencing_room_filer on conferencing_room (filer_id, state);
