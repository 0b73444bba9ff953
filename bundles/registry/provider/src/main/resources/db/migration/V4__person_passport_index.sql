create index registry_person_passport_ix on registry_person (passport)
