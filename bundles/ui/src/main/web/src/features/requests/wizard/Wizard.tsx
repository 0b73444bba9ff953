import { Alert, Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft, DraftStep } from '@/shared/api/types';
import { ErrorState, PageHeader } from '@/shared/components';
import { draftsQuery, getDraft, putDraft } from '../api';
import { ConsultantStep } from './ConsultantStep';
import { ContactStep } from './ContactStep';
import { DraftGone } from './DraftPage';
import { DraftSaver, type DraftView } from './DraftSaver';
import { PersonStep } from './PersonStep';
import { SaveNote } from './SaveNote';
import { SlotStep } from './SlotStep';
import { Steps, STEPS } from './Steps';
import { Summary } from './Summary';

export interface StepProps {
  saver: DraftSaver;
  view: DraftView;
  /** Saves and goes to another step; what cannot be saved is said on the spot and nothing moves. */
  go: (step: DraftStep) => Promise<void>;
  /** «Назад». */
  back: () => void;
}

/** How far one can go with what is there. */
export function reachable({ draft, fields }: DraftView): DraftStep {
  if (draft.person === null || fields.personId === null) return 'PERSON';
  if (STEPS.indexOf(fields.step) <= STEPS.indexOf('CONTACT')) return 'CONTACT';
  return fields.consultantId === null ? 'CONSULTANT' : 'SLOT';
}

/** Where a field is filled in. */
export function stepOfField(field: string): DraftStep {
  if (field === 'personId') return 'PERSON';
  if (field === 'consultantId') return 'CONSULTANT';
  return field === 'start' ? 'SLOT' : 'CONTACT';
}

export function Wizard({ draft }: { draft: Draft }) {
  const { t } = useTranslation('requests');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { step?: string };
  const [saver] = useState(() => new DraftSaver(draft, { put: putDraft, get: getDraft }));
  const view = useSyncExternalStore(saver.subscribe, saver.current);
  const [failure, setFailure] = useState<unknown>(null);
  const content = useRef<HTMLDivElement>(null);

  useEffect(() => {
    saver.open();
    const hidden = () => {
      if (document.visibilityState === 'hidden') saver.flush().catch(() => {});
    };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      // Leaving the wizard saves what the pause still held back.
      saver.flush().catch(() => {});
      saver.close();
      queries.removeQueries({ queryKey: draftsQuery.queryKey });
    };
  }, [saver, queries]);

  const limit = reachable(view);
  const step = useMemo((): DraftStep => {
    const wanted = STEPS.find((other) => other === search.step) as DraftStep | undefined;
    const asked = wanted ?? view.fields.step;
    return STEPS.indexOf(asked) <= STEPS.indexOf(limit) ? asked : limit;
  }, [search.step, view.fields.step, limit]);

  // The next step begins at its top, for the eyes and for a screen reader.
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo(0, 0);
    const first = content.current?.querySelector<HTMLElement>('[data-first]') ?? content.current?.querySelector<HTMLElement>('h2');
    first?.focus({ preventScroll: true });
  }, [step]);

  const show = (next: DraftStep) => navigate({ to: `/new/${draft.id}`, search: { step: next } as never });

  const go = async (next: DraftStep) => {
    setFailure(null);
    const furthest = STEPS.indexOf(next) > STEPS.indexOf(view.fields.step) ? next : view.fields.step;
    saver.change({ step: furthest });
    try {
      const saved = await saver.flush();
      // The server's rules may be stricter than ours: what it refuses is put right before one goes on.
      const refused = saved.problems.map((problem) => stepOfField(problem.field)).find((at) => STEPS.indexOf(at) < STEPS.indexOf(next));
      if (refused !== undefined) {
        if (refused !== step) await show(refused);
        return;
      }
    } catch (error) {
      const kind = saver.current().save.kind;
      if (kind !== 'conflict' && kind !== 'gone') setFailure(error);
      return;
    }
    await show(next);
  };

  const back = () => {
    const before = STEPS[STEPS.indexOf(step) - 1];
    if (before === undefined || before === 'ROUTE') void navigate({ to: '/new' });
    else void show(before);
  };

  const props: StepProps = { saver, view, go, back };
  const audience = view.draft.route.audience;
  return (
    <div className="page wizard">
      <PageHeader title={t('wizard.title')}><SaveNote save={view.save} updatedAt={view.draft.updatedAt} /></PageHeader>
      {view.save.kind === 'gone' ? (
        <DraftGone />
      ) : (
        <>
          <Steps current={step} audience={audience} reachable={limit} onGo={(next) => next !== 'ROUTE' && void show(next)} />
          {view.save.kind === 'conflict' && (
            <Alert color="yellow" variant="light" role="alert" title={t('wizard.conflict.title')} mb="sm">
              {t('wizard.conflict.text')}
              <Group gap="xs" mt="xs">
                <Button size="xs" onClick={() => saver.resolve('mine')}>{t('wizard.conflict.mine')}</Button>
                <Button size="xs" variant="default" onClick={() => saver.resolve('theirs')}>{t('wizard.conflict.theirs')}</Button>
              </Group>
            </Alert>
          )}
          {failure !== null && <div className="wizard-failure"><ErrorState error={failure} /></div>}
          <div className="wizard-body">
            <div className="panel wizard-content" ref={content}>
              {step === 'PERSON' && <PersonStep {...props} />}
              {step === 'CONTACT' && <ContactStep {...props} />}
              {step === 'CONSULTANT' && <ConsultantStep {...props} />}
              {step === 'SLOT' && <SlotStep {...props} />}
            </div>
            <Summary view={view} />
          </div>
        </>
      )}
    </div>
  );
}
