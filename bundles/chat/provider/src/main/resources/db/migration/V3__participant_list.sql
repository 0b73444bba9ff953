create index chat_participant_list on chat_participant (participant, last_at, request_id);
