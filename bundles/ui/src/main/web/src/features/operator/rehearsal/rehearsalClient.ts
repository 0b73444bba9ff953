import { type MutationOptions, QueryClient, type QueryKey, type QueryOptions } from '@tanstack/react-query';
import type { Consultant, PersonSearchResult, Slot } from '@/shared/api/types';
import { MADE_UP } from './routeFile';

const DAY_MS = 86_400_000;

function tomorrow(hour: number): string {
  const day = new Date(Date.now() + DAY_MS);
  day.setHours(hour, 0, 0, 0);
  return day.toISOString();
}

const doctor = { position: 'Врач', speciality: 'Терапия', organisationName: 'Образцовая поликлиника' };

const consultants = (): Consultant[] => [
  { ...doctor, id: 'self', fullName: 'Врачев Пример Вымышленный', shortName: 'Врачев П. В.', self: true, nextFree: tomorrow(9) },
  { ...doctor, id: 'other', fullName: 'Коллегина Проба Вымышленная', shortName: 'Коллегина П. В.', self: false, nextFree: tomorrow(10) },
];

const slots = (minutes: number): Slot[] => [9, 10, 11, 15].map((hour) => ({ start: tomorrow(hour), minutes }));

const persons: PersonSearchResult = { items: [{ ...MADE_UP, id: MADE_UP.personId, passport: null }], checkDigit: true };

/** Whose answers are made up; catalogues are read as always. */
const REHEARSED: readonly unknown[] = ['requests', 'scheduling'];

async function answer([domain, what, , , , minutes]: QueryKey): Promise<unknown> {
  if (what === 'consultants') return consultants();
  if (what === 'slots') return slots(minutes as number);
  throw new Error(`not rehearsed: ${String(domain)} ${String(what)}`);
}

/** Of a person, by one of the numbers; the other thing that the wizard does is submitting. */
const isSearch = (variables: unknown): boolean => typeof variables === 'object' && variables !== null && 'kind' in variables;

/**
 * Answers what the screens of the wizard ask from made-up data: below this client nothing of a rehearsal reaches the server.
 *
 * @param onSubmit the wizard's end
 */
export function rehearsalClient(onSubmit: () => void): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const queries = client.defaultQueryOptions.bind(client);
  client.defaultQueryOptions = ((options: QueryOptions) =>
    queries((REHEARSED.includes(options.queryKey?.[0]) ? { ...options, queryFn: ({ queryKey }: { queryKey: QueryKey }) => answer(queryKey), refetchInterval: false } : options) as never)) as never;
  const mutations = client.defaultMutationOptions.bind(client);
  client.defaultMutationOptions = ((options: MutationOptions = {}) =>
    mutations({
      ...options,
      mutationFn: async (variables: unknown) => (isSearch(variables) ? persons : onSubmit()),
      // What follows a real submission leads to its request.
      onSuccess: (...all) => (isSearch(all[1]) ? options.onSuccess?.(...all) : undefined),
    })) as never;
  return client;
}
