alter table chat_message add column note_details varchar(4000);
