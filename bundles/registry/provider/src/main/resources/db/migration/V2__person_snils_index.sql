create index registry_person_snils_ix on registry_person (snils)
