import { ActionIcon, Alert, Button, Radio, Stack, Tabs, Text, Title, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteRow } from '@/shared/api/types';
import { uuidv7 } from '@/shared/api/uuid';
import { EmptyState, ErrorState, LoadingRows, SearchBox } from '@/shared/components';
import { sayError } from '@/shared/i18n';
import { notify } from '@/shared/notices';
import { useFormat } from '@/shared/session';
import { createDraft, draftsQuery, routesQuery, starRoute } from '../api';
import { FAVOURITES, GENERAL, impliedProfile, matches, tabsOf } from './routeSearch';

/** Step 1: the consultation type, by tab and search; then its profile. */
export function RouteChoice() {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const routes = useQuery(routesQuery);
  const [tab, setTab] = useState(GENERAL);
  const [search, setSearch] = useState('');
  const [routeId, setRouteId] = useState<string | null>(null);
  const [profile, setProfile] = useState<string | null>(null);
  const [unchosen, setUnchosen] = useState(false);
  const details = useRef<HTMLElement>(null);
  // One id for one choice: a repeated «Далее» after a lost answer makes no second draft.
  const draftId = useRef<{ choice: string; id: string } | null>(null);

  const star = useMutation({
    mutationFn: ({ id, favourite }: { id: string; favourite: boolean }) => starRoute(id, favourite),
    onMutate: ({ id, favourite }) => {
      queries.setQueryData(routesQuery.queryKey, (before) => before?.map((row) => (row.id === id ? { ...row, favourite } : row)));
    },
    onError: (error, { id, favourite }) => {
      queries.setQueryData(routesQuery.queryKey, (before) => before?.map((row) => (row.id === id ? { ...row, favourite: !favourite } : row)));
      notify('error', sayError(error));
    },
  });

  const begin = useMutation({
    mutationFn: ({ route, code }: { route: RouteRow; code: string }) => {
      const choice = `${route.id} ${code}`;
      if (draftId.current?.choice !== choice) draftId.current = { choice, id: uuidv7() };
      return createDraft({ id: draftId.current.id, routeId: route.id, profile: code });
    },
    onSuccess: (draft) => {
      queries.removeQueries({ queryKey: draftsQuery.queryKey });
      void navigate({ to: `/new/${draft.id}` });
    },
  });

  if (routes.isPending) return <LoadingRows rows={6} height={32} />;
  if (routes.isError) return <ErrorState error={routes.error} retry={() => void routes.refetch()} />;

  const tabs = tabsOf(routes.data);
  const current = tabs.find((other) => other.id === tab) ?? tabs[0]!;
  const shown = current.routes.filter((route) => matches(route, search));
  const route = routes.data.find((row) => row.id === routeId) ?? null;
  // The rule about a route has to be seen by who is about to take another one, so it stands there for every route of the same kind.
  // The plain route and the one that the rule names carry the same rule: it is shown once.
  const notices = routes.data.filter((row, index, all) => row.notice !== null && (route === null || row.audience === route.audience)
    && all.findIndex((other) => other.notice?.ru === row.notice?.ru) === index);

  const choose = (next: RouteRow) => {
    setRouteId(next.id);
    setProfile((before) => (next.profiles.some((offered) => offered.code === before) ? before : (impliedProfile(next, search)?.code ?? null)));
    setUnchosen(false);
    begin.reset();
    // On a phone the details stand below the list.
    requestAnimationFrame(() => {
      if (details.current && details.current.getBoundingClientRect().top > window.innerHeight - 120) {
        details.current.scrollIntoView({ block: 'start' });
      }
    });
  };

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button.route')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  const go = () => {
    if (!route) return;
    if (profile === null) {
      setUnchosen(true);
      details.current?.querySelector<HTMLInputElement>('input[type=radio]')?.focus();
      return;
    }
    begin.mutate({ route, code: profile });
  };

  return (
    <div className="route-choice">
      <section className="panel route-list" aria-label={t('wizard.route.list')}>
        <Tabs value={current.id} onChange={(value) => setTab(value ?? GENERAL)}>
          <Tabs.List>
            {tabs.map((other) => (
              <Tabs.Tab key={other.id} value={other.id}>
                {other.title ? format.text(other.title) : t(other.id === GENERAL ? 'wizard.route.general' : 'wizard.route.favourites')}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={current.id} pt="sm">
            <div className="route-search"><SearchBox label={t('wizard.route.search')} value={search} onChange={setSearch} width={520} /></div>
            {shown.length === 0 ? (
              <EmptyState
                title={t(search !== '' ? 'wizard.route.nothingFound' : current.id === FAVOURITES ? 'wizard.route.noFavourites' : 'wizard.route.none')}
                action={search !== '' ? <Button variant="default" size="xs" onClick={() => setSearch('')}>{t('common:clearSearch')}</Button> : undefined}
              >
                {search === '' && current.id === FAVOURITES && t('wizard.route.noFavouritesHint')}
              </EmptyState>
            ) : (
              <ul className="routes" onKeyDown={walk}>
                {shown.map((row) => {
                  const title = format.text(row.title);
                  return (
                    <li key={row.id} data-chosen={row.id === routeId || undefined}>
                      <button type="button" className="route" aria-pressed={row.id === routeId} onClick={() => choose(row)}>
                        <span className="route-title">{title}</span>
                        <span className="route-profiles">{row.profiles.map((offered) => format.text(offered.title)).join(', ')}</span>
                      </button>
                      <Tooltip label={t(row.favourite ? 'wizard.route.unstar' : 'wizard.route.star')}>
                        <ActionIcon
                          variant="subtle"
                          color={row.favourite ? 'yellow.9' : 'gray.7'}
                          aria-pressed={row.favourite}
                          aria-label={t('wizard.route.starLabel', { title })}
                          onClick={() => star.mutate({ id: row.id, favourite: !row.favourite })}
                        >
                          {row.favourite ? <IconStarFilled size={18} aria-hidden /> : <IconStar size={18} aria-hidden />}
                        </ActionIcon>
                      </Tooltip>
                    </li>
                  );
                })}
              </ul>
            )}
          </Tabs.Panel>
        </Tabs>
      </section>

      <section className="route-details" ref={details} aria-label={t('wizard.route.details')}>
        {route ? (
          <form
            className="panel"
            onSubmit={(event) => {
              event.preventDefault();
              go();
            }}
          >
            <Title order={2} mb={4}>{format.text(route.title)}</Title>
            <Text size="sm" c="gray.7" mb="sm">{t(`wizard.route.audience.${route.audience}`)}</Text>
            <Radio.Group
              label={t('wizard.route.profile')}
              value={profile}
              onChange={(value) => {
                setProfile(value);
                setUnchosen(false);
              }}
              error={unchosen ? t('wizard.route.chooseProfile') : undefined}
            >
              <Stack gap={8} mt={6} mb="md">
                {route.profiles.map((offered) => <Radio key={offered.code} value={offered.code} label={format.text(offered.title)} />)}
              </Stack>
            </Radio.Group>
            {begin.isError && <ErrorState error={begin.error} />}
            <Button type="submit" mt="xs" loading={begin.isPending}>{t('common:next')}</Button>
          </form>
        ) : (
          <div className="panel route-none">
            <IconArrowLeft size={18} aria-hidden className="only-wide" />
            <Text c="gray.7">{t('wizard.route.choose')}</Text>
          </div>
        )}
        {notices.map((row) => (
          <Alert key={row.id} color="yellow" variant="light" className="notice-box" icon={<IconAlertTriangle aria-hidden />}>
            {format.text(row.notice!)}
          </Alert>
        ))}
      </section>
    </div>
  );
}
