create index conferencing_room_due on conferencing_room (due_at);
