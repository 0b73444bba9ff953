create table if not exists right_row (id varchar(36) not null, name varchar(40) not null, at timestamp with time zone, constraint right_pk primary key (id), constraint right_name unique (name));
