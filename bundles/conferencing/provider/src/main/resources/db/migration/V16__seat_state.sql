create index conferencing_seat_state on conferencing_seat (state, present);
