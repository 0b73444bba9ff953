import { Button, Radio, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime, EmptyState, ErrorState, LoadingRows, SearchBox } from '@/shared/components';
import { consultantsQuery } from '../api';
import { isCoordinated } from './draftSteps';
import { normalise } from './routeSearch';
import type { StepProps } from './Wizard';

const SEARCH_FROM = 8;

/** Step 4: who consults. */
export function ConsultantStep({ saver, view, next, nextLabel, back }: StepProps) {
  const { t } = useTranslation('requests');
  const consultants = useQuery(consultantsQuery(view.draft.id));
  const [search, setSearch] = useState('');
  const [unchosen, setUnchosen] = useState(false);
  const [saving, setSaving] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const chosen = view.fields.consultantId;
  const timed = view.draft.steps.includes('SLOT');
  const context = isCoordinated(view.draft.route) ? 'coordinator' : view.draft.route.audience === 'DOCTOR' ? 'doctor' : undefined;

  const all = consultants.data ?? [];
  const words = normalise(search).split(/\s+/).filter(Boolean);
  const shown = all
    .filter((doctor) => {
      const text = normalise(`${doctor.fullName} ${doctor.position} ${doctor.speciality} ${doctor.organisationName}`);
      return words.every((word) => text.includes(word));
    })
    // Oneself first, as the manual says it first; the rest stays in the server's order.
    .sort((a, b) => Number(b.self) - Number(a.self));

  const save = async () => {
    if (chosen === null || !all.some((doctor) => doctor.id === chosen)) {
      setUnchosen(true);
      list.current?.querySelector<HTMLInputElement>('input')?.focus();
      return;
    }
    setSaving(true);
    await next();
    setSaving(false);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Title order={2} tabIndex={-1} mb={4}>{t('wizard.consultant.title', { context })}</Title>
      <Text size="sm" c="gray.7" mb="sm">{t('wizard.consultant.hint', { context })}</Text>
      {consultants.isPending ? (
        <LoadingRows rows={5} height={36} />
      ) : consultants.isError ? (
        <ErrorState error={consultants.error} retry={() => void consultants.refetch()} />
      ) : all.length === 0 ? (
        <EmptyState title={t('wizard.consultant.none', { context })}>{t('wizard.consultant.noneText', { context })}</EmptyState>
      ) : (
        <>
          {all.length >= SEARCH_FROM && <SearchBox label={t('wizard.consultant.search')} value={search} onChange={setSearch} width={420} />}
          {shown.length === 0 && <EmptyState title={t('wizard.consultant.nothingFound')} />}
          <Radio.Group
            value={chosen}
            aria-label={t('wizard.consultant.title', { context })}
            error={unchosen && chosen === null ? t('wizard.consultant.choose', { context }) : undefined}
            onChange={(id) => {
              saver.change({ consultantId: id });
              setUnchosen(false);
            }}
          >
            <div className="doctors" ref={list}>
              {shown.map((doctor) => (
                <label key={doctor.id} className="doctor" data-chosen={doctor.id === chosen || undefined}>
                  <Radio value={doctor.id} aria-label={doctor.fullName} />
                  <span className="doctor-name">
                    <b>{doctor.fullName}</b>{doctor.self && <span className="you">{t('wizard.consultant.you')}</span>}
                    <span className="doctor-position">{[doctor.position, doctor.speciality].filter(Boolean).join(' · ')}</span>
                  </span>
                  <span className="doctor-organisation">{doctor.organisationName}</span>
                  {timed && (
                    <span className="doctor-free">
                      {doctor.nextFree === null ? (
                        <span className="muted">{t('wizard.consultant.noFree')}</span>
                      ) : (
                        <><span className="muted">{t('wizard.consultant.nextFree')}</span> <DateTime instant={doctor.nextFree} as="relative" /></>
                      )}
                    </span>
                  )}
                </label>
              ))}
            </div>
          </Radio.Group>
        </>
      )}
      <div className="wizard-foot">
        <Button variant="default" onClick={back}>{t('common:back')}</Button>
        <Button type="submit" loading={saving} disabled={all.length === 0}>{timed ? t('common:save') : nextLabel}</Button>
      </div>
    </form>
  );
}
