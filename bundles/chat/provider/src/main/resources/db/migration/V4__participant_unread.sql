create index chat_participant_unread on chat_participant (participant, unread);
