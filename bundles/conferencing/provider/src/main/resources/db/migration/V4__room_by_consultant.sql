create index conferencing_room_consultant on conferencing_room (consultant_id, state);
