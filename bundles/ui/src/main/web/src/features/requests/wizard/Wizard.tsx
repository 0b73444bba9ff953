import { Alert, Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft, DraftStep } from '@/shared/api/types';
import { isApiError } from '@/shared/api/client';
import { ErrorState, PageHeader } from '@/shared/components';
import { draftsQuery, getDraft, putDraft } from '../api';
import { ConsultantStep } from './ConsultantStep';
import { ContactStep } from './ContactStep';
import { DocumentsStep } from './DocumentsStep';
import { DraftGone } from './DraftPage';
import { DraftSaver, type DraftView } from './DraftSaver';
import { FormStep } from './FormStep';
import { PersonStep } from './PersonStep';
import { SaveNote } from './SaveNote';
import { SlotStep } from './SlotStep';
import { Steps } from './Steps';
import { formStep, isCoordinated, reachable, stepOfField } from './draftSteps';
import { Summary } from './Summary';
import { UrgencyChoice } from './UrgencyChoice';
import { useSubmit } from './useSubmit';

export interface StepProps {
  saver: DraftSaver;
  view: DraftView;
  /** Saves and goes to another step; what cannot be saved is said on the spot and nothing moves. */
  go: (step: DraftStep) => Promise<void>;
  /** The same for the step after this one; from the last one the request is submitted. */
  next: () => Promise<void>;
  /** What the button for that says. */
  nextLabel: string;
  /** «Назад». */
  back: () => void;
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

  const { steps } = view.draft;
  const limit = reachable(view);
  const step = useMemo((): DraftStep => {
    const asked = steps.find((other) => other === search.step) ?? view.fields.step;
    return steps.includes(asked) && steps.indexOf(asked) <= steps.indexOf(limit) ? asked : limit;
  }, [search.step, view.fields.step, limit, steps]);

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
    const furthest = steps.indexOf(next) > steps.indexOf(view.fields.step) ? next : view.fields.step;
    saver.change({ step: furthest });
    try {
      const saved = await saver.flush();
      // The server's rules may be stricter than ours: what it refuses is put right before one goes on.
      const refused = saved.problems
        .map((problem) => stepOfField(view, problem.field))
        .concat(saved.answerProblems.map((problem) => problem.step))
        .find((at) => steps.indexOf(at) < steps.indexOf(next));
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
    const before = steps[steps.indexOf(step) - 1];
    if (before === undefined) void navigate({ to: '/new' });
    else void show(before);
  };

  const submit = useSubmit(saver);
  const after = steps[steps.indexOf(step) + 1];
  const next = async () => {
    if (after !== undefined) return go(after);
    setFailure(null);
    try {
      await submit.mutateAsync(null);
    } catch (error) {
      setFailure(error);
      if (isApiError(error, 'requests.incomplete')) await show(stepOfField(view, error.problems[0]?.field ?? ''));
    }
  };

  const props: StepProps = { saver, view, go, next, nextLabel: t(after === undefined ? 'wizard.submit' : 'common:next'), back };
  const form = formStep(view, step);
  const formTitles = Object.fromEntries(view.draft.route.steps.filter((other) => other.kind === 'FORM').map((other) => [other.id!, other.title]));
  const audience = view.draft.route.audience;
  return (
    <div className="page wizard">
      <PageHeader title={t('wizard.title')}><SaveNote save={view.save} updatedAt={view.draft.updatedAt} /></PageHeader>
      {view.save.kind === 'gone' ? (
        <DraftGone />
      ) : (
        <>
          <Steps current={step} steps={steps} formTitles={formTitles} audience={audience} coordinated={isCoordinated(view.draft.route)} reachable={limit} onGo={(next) => next !== 'ROUTE' && void show(next)} />
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
              {step === steps[0] && view.draft.route.terms.length > 1 && <UrgencyChoice saver={saver} view={view} />}
              {step === 'PERSON' && <PersonStep {...props} />}
              {step === 'REPRESENTED' && <ContactStep {...props} part="represented" />}
              {step === 'CONTACT' && <ContactStep {...props} part={steps.includes('REPRESENTED') ? 'contact' : 'both'} />}
              {form && <FormStep key={step} {...props} step={form} />}
              {step === 'DOCUMENTS' && <DocumentsStep {...props} />}
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
