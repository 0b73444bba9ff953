-- By when the request has to be done: the end of its visit, or the term of its route. Lists are sorted by it.
alter table requests_request add column due_at timestamp with time zone;
