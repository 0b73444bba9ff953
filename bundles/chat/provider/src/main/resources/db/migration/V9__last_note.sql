alter table chat_chat add column last_note varchar(100);
