-- Conclusions and archives: what the server made stays as it is.
alter table documents_file add column read_only boolean default false not null;
