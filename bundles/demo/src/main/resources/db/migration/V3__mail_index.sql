create index demo_mail_received_ix on demo_mail (received_at, id)
