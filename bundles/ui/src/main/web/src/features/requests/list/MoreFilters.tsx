import { Select, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/shared/api/client';
import type { Page, StaffMember } from '@/shared/api/types';
import { fullName } from '@/shared/format';
import { useDebounced } from '@/shared/hooks/useDebounced';
import type { Filters, Sorting } from './filters';

/** Consultant, period of the submission, order. */
export function MoreFilters({ filters, onChange }: { filters: Filters; onChange: (patch: Partial<Filters>) => void }) {
  const { t } = useTranslation('requests');
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim());
  const staff = useQuery({
    queryKey: ['identity', 'directory', 'consultants', q],
    queryFn: async ({ signal }) => (await get<Page<StaffMember>>('/api/identity/directory', { q, limit: 20 }, signal)).items,
    placeholderData: keepPreviousData,
  });
  const offered = (staff.data ?? []).map((one) => ({ value: one.id, label: fullName(one) }));
  // Who was chosen stays named when the directory shows others, and when the page is opened anew.
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const data =
    filters.consultant === null || offered.some((one) => one.value === filters.consultant)
      ? offered
      : [chosen?.value === filters.consultant ? chosen : { value: filters.consultant, label: t('list.chosenConsultant') }, ...offered];
  return (
    <>
      <Select
        size="xs"
        className="profile-filter"
        aria-label={t('list.byConsultant')}
        placeholder={t('list.allConsultants')}
        data={data}
        value={filters.consultant}
        onChange={(consultant, option) => {
          setChosen(consultant === null ? null : option);
          onChange({ consultant });
        }}
        searchable
        onSearchChange={setTyped}
        filter={({ options }) => options}
        clearable
        clearButtonProps={{ 'aria-label': t('list.allConsultants') }}
        nothingFoundMessage={t('wizard.consultant.nothingFound')}
      />
      <span className="period" role="group" aria-label={t('list.byPeriod')}>
        <TextInput size="xs" type="date" aria-label={t('list.from')} title={t('list.from')} value={filters.from ?? ''} max={filters.to ?? undefined} onChange={(event) => onChange({ from: event.currentTarget.value || null })} />
        <span aria-hidden>–</span>
        <TextInput size="xs" type="date" aria-label={t('list.to')} title={t('list.to')} value={filters.to ?? ''} min={filters.from ?? undefined} onChange={(event) => onChange({ to: event.currentTarget.value || null })} />
      </span>
      <Select
        size="xs"
        className="sort-filter"
        aria-label={t('list.sort')}
        data={(['NEWEST', 'DUE'] as const).map((value) => ({ value, label: t(`list.sorting.${value}`) }))}
        value={filters.sort}
        allowDeselect={false}
        onChange={(sort) => onChange({ sort: (sort ?? 'NEWEST') as Sorting })}
      />
    </>
  );
}
