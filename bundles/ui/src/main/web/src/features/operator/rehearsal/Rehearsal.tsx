import '@/features/requests/wizard/wizard.css';
import { Alert, Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { IconFlagFilled } from '@tabler/icons-react';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsultantStep } from '@/features/requests/wizard/ConsultantStep';
import { ContactStep } from '@/features/requests/wizard/ContactStep';
import { DraftSaver } from '@/features/requests/wizard/DraftSaver';
import { formStep, isCoordinated } from '@/features/requests/wizard/draftSteps';
import { FormStep } from '@/features/requests/wizard/FormStep';
import { PersonStep } from '@/features/requests/wizard/PersonStep';
import { SlotStep } from '@/features/requests/wizard/SlotStep';
import { Steps } from '@/features/requests/wizard/Steps';
import { Summary } from '@/features/requests/wizard/Summary';
import { UrgencyChoice } from '@/features/requests/wizard/UrgencyChoice';
import type { StepProps } from '@/features/requests/wizard/Wizard';
import type { DraftStep, Profile } from '@/shared/api/types';
import { StateChip } from '@/shared/components';
import { type FormValues, SchemaForm } from '@/shared/forms/SchemaForm';
import { useFormat } from '@/shared/session';
import { rehearsalClient } from './rehearsalClient';
import { finishingOf, formOf, rehearsalServer, rehearsedDraft, type RouteFile } from './routeFile';

type Part = 'choice' | 'wizard' | 'patient' | 'consultant';

/** Walks a route with made-up data through the screens of the doctor who files, of the patient and of the consultant. Nothing is stored or sent. */
export function Rehearsal({ file, onClose }: { file: RouteFile; onClose: () => void }) {
  const { t } = useTranslation('operator');
  const format = useFormat();
  const [part, setPart] = useState<Part>('choice');
  const [profile, setProfile] = useState<Profile>(file.profiles[0]!);
  const afterWizard = file.questionnaire ? 'patient' : 'consultant';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [part]);
  return (
    <section className="operator-section rehearsal" aria-labelledby="rehearsal-title">
      <Group justify="space-between" align="baseline" mb="xs">
        <h2 id="rehearsal-title" ref={heading} tabIndex={-1}>{t('rehearsal.title', { part: t(`rehearsal.part.${part}`) })}</h2>
        <Button variant="default" size="xs" onClick={onClose}>{t('rehearsal.end')}</Button>
      </Group>
      <Alert color="gray" variant="light" mb="sm">{t('rehearsal.note')}</Alert>
      {part === 'choice' && (
        <Stack gap="sm">
          <Text fw={600}>{format.text(file.title)}</Text>
          {file.notice && <Alert color="yellow" variant="light">{format.text(file.notice)}</Alert>}
          <Radio.Group label={t('rehearsal.profile')} value={profile.code} onChange={(code) => setProfile(file.profiles.find((each) => each.code === code)!)}>
            <Stack gap={6} mt={6}>{file.profiles.map(({ code, title }) => <Radio key={code} value={code} label={format.text(title)} />)}</Stack>
          </Radio.Group>
          <div className="wizard-foot"><span /><Button onClick={() => setPart('wizard')}>{t('common:next')}</Button></div>
        </Stack>
      )}
      {part === 'wizard' && <RehearsedWizard key={profile.code} file={file} profile={profile} onBack={() => setPart('choice')} onDone={() => setPart(afterWizard)} />}
      {part === 'patient' && <PatientPart file={file} onDone={() => setPart('consultant')} />}
      {part === 'consultant' && <ConsultantPart file={file} onClose={onClose} />}
    </section>
  );
}

/** The real steps of the wizard on a draft that lives in this page alone. */
function RehearsedWizard({ file, profile, onBack, onDone }: { file: RouteFile; profile: Profile; onBack: () => void; onDone: () => void }) {
  const { t } = useTranslation('operator');
  const { t: tRequests } = useTranslation('requests');
  const [client] = useState(() => rehearsalClient(onDone));
  const [saver] = useState(() => {
    const draft = rehearsedDraft(file, profile);
    return new DraftSaver(draft, rehearsalServer(draft));
  });
  const view = useSyncExternalStore(saver.subscribe, saver.current);
  const { steps, route } = view.draft;
  const [step, setStep] = useState<DraftStep>(steps[0] ?? '');
  useEffect(() => {
    saver.open();
    return () => saver.close();
  }, [saver]);
  useEffect(() => {
    // A route that asks nothing more is filed at once.
    if (steps.length === 0) onDone();
  }, [steps.length, onDone]);

  const after = steps[steps.indexOf(step) + 1];
  const go = async (next: DraftStep) => {
    await saver.flush();
    setStep(next);
  };
  const next = async () => {
    await saver.flush();
    if (after === undefined) onDone();
    else setStep(after);
  };
  const back = () => {
    const before = steps[steps.indexOf(step) - 1];
    if (before === undefined) onBack();
    else setStep(before);
  };
  const props: StepProps = { saver, view, go, next, nextLabel: after === undefined ? tRequests('wizard.submit') : t('common:next'), back };
  const form = formStep(view, step);
  const formTitles = Object.fromEntries(route.steps.filter((each) => each.kind === 'FORM').map((each) => [each.id!, each.title]));
  return (
    <QueryClientProvider client={client}>
      <Steps current={step} steps={steps} formTitles={formTitles} audience={route.audience} coordinated={isCoordinated(route)} />
      <div className="wizard-body">
        <div className="wizard-content">
          {step === steps[0] && route.terms.length > 1 && <UrgencyChoice saver={saver} view={view} />}
          {step === 'PERSON' && <PersonStep {...props} />}
          {step === 'REPRESENTED' && <ContactStep {...props} part="represented" />}
          {step === 'CONTACT' && <ContactStep {...props} part={steps.includes('REPRESENTED') ? 'contact' : 'both'} />}
          {form && <FormStep key={step} {...props} step={form} />}
          {step === 'DOCUMENTS' && (
            <>
              <Title order={3} mb="sm">{tRequests('wizard.step.DOCUMENTS')}</Title>
              <Text>{t('rehearsal.documents')}</Text>
              <div className="wizard-foot"><Button variant="default" onClick={back}>{t('common:back')}</Button><Button onClick={() => void next()}>{props.nextLabel}</Button></div>
            </>
          )}
          {step === 'CONSULTANT' && <ConsultantStep {...props} />}
          {step === 'SLOT' && <SlotStep {...props} />}
        </div>
        <Summary view={view} />
      </div>
    </QueryClientProvider>
  );
}

/** What the patient is asked before the visit, and what the doctor reads of it first. */
function PatientPart({ file, onDone }: { file: RouteFile; onDone: () => void }) {
  const { t } = useTranslation('operator');
  const format = useFormat();
  const form = useMemo(() => formOf(file.questionnaire)!, [file.questionnaire]);
  const [answers, setAnswers] = useState<FormValues>({});
  const [raised, setRaised] = useState<RouteFile['redFlags'] | null>(null);
  const send = async (sent: FormValues) => {
    const { validator } = await import('@/shared/forms/validator');
    setRaised((file.redFlags ?? []).filter(({ when }) => validator.isValid(when, sent, when)));
  };
  return (
    <Stack gap="sm">
      <Text>{t('rehearsal.patient')}</Text>
      <div className="rehearsal-phone">
        <SchemaForm id="rehearsal-questionnaire" schema={form.schema} ui={form.ui} value={answers} onChange={(next) => { setAnswers(next); setRaised(null); }} onSubmit={(sent) => void send(sent)} />
      </div>
      <div aria-live="polite">
        {raised && (
          <Alert color={raised.length > 0 ? 'red' : 'green'} title={t(raised.length > 0 ? 'rehearsal.flags' : 'rehearsal.noFlags')}>
            <Group gap="xs">{raised.map(({ title }) => <StateChip key={title.ru} tone="bad" icon={<IconFlagFilled size={13} aria-hidden />}>{format.text(title)}</StateChip>)}</Group>
          </Alert>
        )}
      </div>
      <div className="wizard-foot">
        <Button variant="default" type="submit" form="rehearsal-questionnaire">{t('rehearsal.send')}</Button>
        <Button onClick={onDone}>{t('common:next')}</Button>
      </div>
    </Stack>
  );
}

/** Whose turn it is after the submission, the form of the conclusion, and the ways to finish. */
function ConsultantPart({ file, onClose }: { file: RouteFile; onClose: () => void }) {
  const { t } = useTranslation('operator');
  const format = useFormat();
  const form = useMemo(() => formOf(file.conclusion), [file.conclusion]);
  const [answers, setAnswers] = useState<FormValues>({});
  const [complete, setComplete] = useState(false);
  const ways = finishingOf(file);
  return (
    <Stack gap="sm">
      {(file.stages ?? []).length > 1 && (
        <>
          <h3>{t('rehearsal.stages')}</h3>
          <ol className="rehearsal-list">
            {file.stages!.map((stage) => (
              <li key={stage.id}>
                {format.text(stage.title)}: {t(`rehearsal.processor.${stage.processor}`)}
                {stage.assignsConsultant && <>, {t('rehearsal.assigns')}</>}
                {stage.mayReturn && <>, {t('rehearsal.mayReturn')}</>}
              </li>
            ))}
          </ol>
        </>
      )}
      {(file.terms ?? []).length > 0 && (
        <>
          <h3>{t('rehearsal.terms')}</h3>
          <ul className="rehearsal-list">{file.terms!.map(({ urgency, minutes }) => <li key={urgency}>{t(`requests:wizard.urgency.${urgency}`)}: {t('rehearsal.minutes', { count: minutes })}</li>)}</ul>
        </>
      )}
      <h3>{t('rehearsal.finishing')}</h3>
      <ul className="rehearsal-list">
        {ways.map((way) => (
          <li key={way}>
            {t(`rehearsal.way.${way}`)}
            {way === 'WITHOUT' && (file.reasons ?? []).length > 0 && (
              <ul className="rehearsal-list">{file.reasons!.map(({ code, title, textRequired }) => <li key={code}>{format.text(title)}{textRequired && ` (${t('rehearsal.textRequired')})`}</li>)}</ul>
            )}
          </li>
        ))}
      </ul>
      {form && (
        <>
          <h3>{t('rehearsal.conclusion')}</h3>
          <SchemaForm id="rehearsal-conclusion" schema={form.schema} ui={form.ui} value={answers} onChange={(next) => { setAnswers(next); setComplete(false); }} onSubmit={() => setComplete(true)} />
          <div aria-live="polite">{complete && <Alert color="green">{t('rehearsal.complete')}</Alert>}</div>
        </>
      )}
      <div className="wizard-foot">
        {form ? <Button variant="default" type="submit" form="rehearsal-conclusion">{t('rehearsal.check')}</Button> : <span />}
        <Button onClick={onClose}>{t('rehearsal.end')}</Button>
      </div>
    </Stack>
  );
}
