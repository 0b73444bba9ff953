-- «Исходящие», and one half of «Заявки».
create index requests_request_filer on requests_request (filer_id, closed, submitted_at desc, id desc);
