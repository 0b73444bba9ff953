import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/shared/api/client';
import type { Page, StaffMember } from '@/shared/api/types';
import { DataList, EmptyState, ErrorState, LoadingRows, PageHeader, SearchBox, StateChip, type Column } from '@/shared/components';
import { fullName } from '@/shared/format';
import { useDebounced } from '@/shared/hooks/useDebounced';
import { useMe } from '@/shared/session';

/** «Пользователи»: everybody who works with the system, to look up, not to change. */
export default function UsersPage() {
  const { t } = useTranslation('identity');
  const { accountId } = useMe();
  const [search, setSearch] = useState('');
  const q = useDebounced(search.trim());
  const users = useInfiniteQuery({
    queryKey: ['identity', 'directory', q],
    queryFn: ({ pageParam, signal }) => get<Page<StaffMember>>('/api/identity/directory', { q, cursor: pageParam, limit: 100 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => users.data?.pages.flatMap((page) => page.items) ?? [], [users.data]);
  const columns = useMemo<Column<StaffMember>[]>(
    () => [
      {
        id: 'name',
        title: t('users.name'),
        width: 'minmax(200px, 3fr)',
        phone: 'title',
        hint: fullName,
        render: (user) => (
          <>
            {fullName(user)}
            {user.id === accountId && ` (${t('users.you')})`}
            {!user.active && <> <StateChip tone="closed">{t('users.dismissed')}</StateChip></>}
          </>
        ),
      },
      { id: 'organisation', title: t('users.organisation'), width: 'minmax(160px, 3fr)', phone: 'line', hint: (user) => user.organisationName, render: (user) => user.organisationName },
      { id: 'position', title: t('users.position'), width: 'minmax(120px, 2fr)', phone: 'line', hint: (user) => user.position, render: (user) => user.position },
      { id: 'speciality', title: t('users.speciality'), width: 'minmax(110px, 2fr)', hint: (user) => user.speciality, render: (user) => user.speciality },
    ],
    [t, accountId],
  );

  return (
    <div className="page page-fill">
      <PageHeader title={t('users.title')}>
        <SearchBox value={search} onChange={setSearch} label={t('users.search')} />
      </PageHeader>
      <div className="grow">
        {users.isPending && <LoadingRows />}
        {users.isError && rows.length === 0 && <ErrorState error={users.error} retry={() => void users.refetch()} />}
        {users.isSuccess && rows.length === 0 && (
          q === '' ? <EmptyState title={t('users.none')} /> : <EmptyState title={t('users.nothingFound')}>{t('users.nothingFoundText')}</EmptyState>
        )}
        {rows.length > 0 && (
          <DataList
            label={t('users.list')}
            rows={rows}
            columns={columns}
            id={(user) => user.id}
            hasMore={users.hasNextPage}
            loadingMore={users.isFetchingNextPage}
            onMore={() => void users.fetchNextPage()}
          />
        )}
      </div>
    </div>
  );
}
