alter table requests_request add column red_flagged boolean default false not null;
