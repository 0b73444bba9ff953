alter table requests_request add column identification_at timestamp with time zone;
