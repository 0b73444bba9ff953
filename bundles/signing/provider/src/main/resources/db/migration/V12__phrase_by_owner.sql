create index signing_phrase_owner on signing_phrase (owner_id, title, id);
