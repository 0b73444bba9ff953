create index conferencing_board_saves on conferencing_board_save (request_id, saved_at);
