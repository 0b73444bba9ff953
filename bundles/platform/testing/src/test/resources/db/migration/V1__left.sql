create table if not exists left_row (id varchar(36) not null, constraint left_pk primary key (id));
