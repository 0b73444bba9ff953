create index conferencing_board_changed on conferencing_board_element (request_id, changed);
