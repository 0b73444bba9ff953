create index registry_person_policy_ix on registry_person (policy)
