import type { LocalText, Profile, RouteRow } from '@/shared/api/types';

/** Letter case and «ё» do not matter. */
export const normalise = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').trim();

const words = (query: string): string[] => normalise(query).split(/\s+/).filter(Boolean);

const both = (text: LocalText): string => normalise(`${text.ru} ${text.en}`);

/** Every word of the search stands in the name of the type or in one of its profiles. */
export function matches(route: RouteRow, query: string): boolean {
  const text = [both(route.title), ...route.profiles.map((profile) => both(profile.title))].join(' ');
  return words(query).every((word) => text.includes(word));
}

/** The profile that is meant: the only one, or the only one that was searched for. */
export function impliedProfile(route: RouteRow, query: string): Profile | null {
  if (route.profiles.length === 1) return route.profiles[0]!;
  const wanted = words(query);
  if (wanted.length === 0) return null;
  const found = route.profiles.filter((profile) => wanted.every((word) => both(profile.title).includes(word)));
  return found.length === 1 ? found[0]! : null;
}

export const GENERAL = 'general';
export const FAVOURITES = 'favourites';

export interface RouteTab {
  id: string;
  /** Null for the two tabs that the wizard itself names. */
  title: LocalText | null;
  routes: RouteRow[];
}

/** «Общие» first, «Избранные» second, then the tabs that installed routes bring. */
export function tabsOf(routes: readonly RouteRow[]): RouteTab[] {
  const named = new Map<string, RouteTab>();
  for (const route of routes) {
    if (route.tab === null || route.tab.ru === 'Общие') continue;
    const tab = named.get(route.tab.ru) ?? { id: `tab:${route.tab.ru}`, title: route.tab, routes: [] };
    tab.routes.push(route);
    named.set(route.tab.ru, tab);
  }
  return [
    { id: GENERAL, title: null, routes: routes.filter((route) => route.tab === null || route.tab.ru === 'Общие') },
    { id: FAVOURITES, title: null, routes: routes.filter((route) => route.favourite) },
    ...named.values(),
  ];
}
