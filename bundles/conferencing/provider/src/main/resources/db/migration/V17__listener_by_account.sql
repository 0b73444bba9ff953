-- The bell of somebody who was invited to watch.
create index conferencing_listener_by_account on conferencing_listener (account_id);
