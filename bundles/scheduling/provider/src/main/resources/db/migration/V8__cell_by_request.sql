create index ix_scheduling_cell_request on scheduling_cell (request_id);
