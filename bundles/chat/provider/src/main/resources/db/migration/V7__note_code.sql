-- What happened around the chat, in lines that nobody wrote: a code with a sentence in the user interface, and its values.
alter table chat_message add column note_code varchar(100);
