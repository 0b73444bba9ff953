import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { Page, StaffMember } from '@/shared/api/types';
import { useDebounced } from '@/shared/hooks/useDebounced';

/** A doctor whose schedule is looked at. */
export interface Doctor {
  id: string;
  name: string;
  organisationId: string | null;
  detail: string;
}

const FOUND = 20;

const shortName = (person: StaffMember): string =>
  [person.surname, ...[person.name, person.patronymic].filter(Boolean).map((part) => `${part!.charAt(0)}.`)].join(' ');

export const doctorOf = (person: StaffMember): Doctor => ({
  id: person.id,
  name: shortName(person),
  organisationId: person.organisationId,
  detail: [person.position || person.speciality, person.organisationName].filter(Boolean).join(' · '),
});

/** The first doctors of the directory that fit what was typed; `current` once they are those of the last letter. */
export function useDoctors(typed: string) {
  const wanted = typed.trim();
  const q = useDebounced(wanted);
  const doctors = useQuery({
    queryKey: ['identity', 'directory', 'doctors', q],
    queryFn: async ({ signal }) => (await get<Page<StaffMember>>('/api/identity/directory', { q, limit: FOUND }, signal)).items.map(doctorOf),
    placeholderData: keepPreviousData,
  });
  return { ...doctors, current: q === wanted && !doctors.isPlaceholderData };
}
