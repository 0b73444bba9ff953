import { Button, Select, UnstyledButton } from '@mantine/core';
import { IconLock, IconLockOpen2 } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/shared/api/client';
import type { Box, Page, RequestRow, RequestState } from '@/shared/api/types';
import { type Column, DataList, DateTime, EmptyState, ErrorState, LoadingRows, SearchBox } from '@/shared/components';
import { useDebounced } from '@/shared/hooks/useDebounced';
import { useFormat, useMe } from '@/shared/session';
import { midnight } from '@/shared/zone';
import { routesQuery, useUnread } from '../api';
import { RedFlags } from '../RedFlags';
import { RequestStateChip } from '../RequestStateChip';
import { TermChip } from '../TermChip';
import { type Filters, isActive, period, rememberedSearch, rememberSearch, STATES, useFilters } from './filters';
import { MoreFilters } from './MoreFilters';
import { Unread } from './Unread';

/** One of the three lists of requests: lock, filters and search above the rows. */
export function RequestList({ box, label }: { box: Box; label: string }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const [filters, setFilters] = useFilters();
  const [typed, setTyped] = useState(() => rememberedSearch(box));
  const q = useDebounced(typed.trim());
  const routes = useQuery(routesQuery);
  const unread = useUnread();
  const zone = useMe().region.timeZone;

  useEffect(() => rememberSearch(box, typed), [box, typed]);

  const list = useInfiniteQuery({
    queryKey: ['requests', 'list', box, { ...filters, q }],
    queryFn: ({ pageParam, signal }) =>
      get<Page<RequestRow>>(
        '/api/requests/list',
        {
          box, closed: filters.closed, q, state: filters.state, profile: filters.profile, consultant: filters.consultant,
          ...period(filters, (day) => midnight(day, zone)), sort: filters.sort, cursor: pageParam, limit: 50,
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const { fetchNextPage } = list;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);

  const profiles = useMemo(() => {
    const found = new Map<string, string>();
    for (const route of routes.data ?? []) for (const profile of route.profiles) found.set(profile.code, format.text(profile.title));
    return [...found].map(([value, text]) => ({ value, label: text })).sort((a, b) => a.label.localeCompare(b.label, format.language));
  }, [routes.data, format]);

  const columns = useMemo((): Column<RequestRow>[] => {
    const patient: Column<RequestRow> = {
      id: 'patient',
      title: t('field.patient'),
      width: 'minmax(0, 1.5fr)',
      phone: 'title',
      hint: (row) => (row.representativeName === null ? (row.patientName ?? row.name) : `${row.patientName} (${t('list.representative', { name: row.representativeName })})`),
      render: (row) => (
        <span className="who-cell">
          <span className="who-patient"><span className="cut">{row.patientName ?? t('list.doctors')}</span><Unread count={unread[row.id] ?? 0} /></span>
          {row.representativeName !== null && <span className="second cut">{t('list.representative', { name: row.representativeName })}</span>}
          <RedFlags flags={row.redFlags} />
        </span>
      ),
    };
    const person: Column<RequestRow> =
      box === 'INCOMING'
        ? { id: 'filer', title: t('field.filer'), width: 'minmax(0, 1fr)', render: (row) => row.filerName, hint: (row) => row.filerName }
        : { id: 'consultant', title: t('field.consultant'), width: 'minmax(0, 1fr)', phone: 'line', render: (row) => row.consultantName ?? row.coordinatorName, hint: (row) => row.consultantName ?? row.coordinatorName ?? '' };
    return [
      { id: 'number', title: '№', width: '100px', render: (row) => row.number },
      patient,
      {
        id: 'visit', title: t('field.visit'), width: '140px', phone: 'meta',
        render: (row) => row.visitStart !== null && <DateTime instant={row.visitStart} as="relative" />,
      },
      { id: 'term', title: t('field.term'), width: '130px', render: (row) => <TermChip request={row} /> },
      {
        id: 'state', title: t('field.state'), width: '130px', phone: 'line',
        render: (row) => (
          <span className="who-cell">
            <RequestStateChip state={row.state} outcome={row.outcome} returned={row.returned} />
            {row.stageTitle !== null && isActive(row.state) && <span className="second cut">{format.text(row.stageTitle)}</span>}
          </span>
        ),
        hint: (row) => (row.stageTitle === null ? t(`state.${row.state}`) : format.text(row.stageTitle)),
      },
      {
        id: 'profile', title: t('field.profile'), width: 'minmax(0, 0.8fr)', phone: 'line',
        render: (row) => format.text(row.profileTitle), hint: (row) => format.text(row.profileTitle),
      },
      {
        id: 'route', title: t('field.route'), width: 'minmax(0, 1.5fr)',
        render: (row) => <span className="two-lines">{format.text(row.routeTitle)}</span>, hint: (row) => format.text(row.routeTitle),
      },
      person,
    ];
  }, [box, t, format, unread]);

  const { state, profile, consultant, from, to } = filters;
  const filtered = q !== '' || [state, profile, consultant, from, to].some((filter) => filter !== null);
  const clear = () => {
    setTyped('');
    setFilters({ state: null, profile: null, consultant: null, from: null, to: null });
  };
  const toggleLock = () => {
    const closed = !filters.closed;
    setFilters({ closed, ...(closed || filters.state === null || isActive(filters.state) ? {} : { state: null }) });
  };
  const toggleState = (state: RequestState) => {
    const patch: Partial<Filters> = { state: filters.state === state ? null : state };
    // A closed state can only be seen with the lock open.
    if (patch.state !== null && !isActive(state)) patch.closed = true;
    setFilters(patch);
  };

  return (
    <section className="grow requests" aria-label={label}>
      <div className="requests-bar">
        <Button
          variant={filters.closed ? 'light' : 'default'}
          size="xs"
          className="lock"
          aria-pressed={filters.closed}
          aria-label={t('list.lock')}
          title={t(filters.closed ? 'list.lockOpen' : 'list.lockClosed')}
          leftSection={filters.closed ? <IconLockOpen2 size={18} aria-hidden /> : <IconLock size={18} aria-hidden />}
          onClick={toggleLock}
        >
          {t('list.lockShort')}
        </Button>
        <div className="state-filter" role="group" aria-label={t('list.byState')}>
          {STATES.map((state) => (
            <UnstyledButton key={state} className="filter" aria-pressed={filters.state === state} onClick={() => toggleState(state)}>
              {t(`state.${state}`)}
            </UnstyledButton>
          ))}
        </div>
        <Select
          size="xs"
          className="profile-filter"
          aria-label={t('list.byProfile')}
          placeholder={t('list.allProfiles')}
          data={profiles}
          value={filters.profile}
          onChange={(profile) => setFilters({ profile })}
          allowDeselect
          clearable
          clearButtonProps={{ 'aria-label': t('list.allProfiles') }}
          searchable
          nothingFoundMessage={t('list.noProfile')}
        />
        <MoreFilters filters={filters} onChange={setFilters} />
        <SearchBox label={t('list.search')} value={typed} onChange={setTyped} width={320} />
      </div>
      {list.isPending ? (
        <div className="list"><LoadingRows /></div>
      ) : list.isError && rows.length === 0 ? (
        <ErrorState error={list.error} retry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <div className="list">
          <EmptyState
            title={t(filtered ? 'list.nothingFound' : `list.empty.${box}`)}
            action={filtered ? <Button variant="default" size="xs" onClick={clear}>{t('list.clearFilters')}</Button> : undefined}
          >
            {filtered && !filters.closed ? t('list.maybeClosed') : !filtered && t(`list.emptyHint.${box}`)}
          </EmptyState>
        </div>
      ) : (
        <DataList
          label={label}
          rows={rows}
          columns={columns}
          id={(row) => row.id}
          link={(row) => ({ to: `/requests/${row.id}`, label: [row.name, ...row.redFlags.map((flag) => format.text(flag)), t(row.returned ? 'state.RETURNED' : `state.${row.state}`), ...(row.visitStart === null ? [] : [format.relative(row.visitStart)])].join(', ') })}
          rowClass={(row) => (isActive(row.state) ? undefined : 'row-closed')}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          onMore={more}
          restore={`${box} ${JSON.stringify(filters)} ${q}`}
        />
      )}
    </section>
  );
}
