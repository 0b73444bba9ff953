import { Autocomplete, Button, Radio, Group, Textarea, TextInput, Title } from '@mantine/core';
import { type FocusEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Represented, Sex } from '@/shared/api/types';
import { useFormat } from '@/shared/session';
import { mask, maskDate, parseDate, typedDate } from '../identifiers';
import { COMMENT_LIMIT, type ContactField, type ContactPart, contactProblems, NAME_LIMIT, NOBODY, RELATION_LIMIT } from './contactCheck';
import { MaskedInput } from './MaskedInput';
import type { StepProps } from './Wizard';

/** Step 3: where the mail goes, a telephone, a comment, and, when a representative speaks, the patient's own data. */
export function ContactStep({ saver, view, next: goOn, nextLabel, back, part }: StepProps & { part: ContactPart }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const form = useRef<HTMLFormElement>(null);
  const { draft, fields } = view;
  const audience = draft.route.audience;
  const who = { context: audience };
  const patient = fields.represented ?? NOBODY;
  // A field complains once it was left, and all of them when the step shall be left.
  const [left, setLeft] = useState<ReadonlySet<ContactField>>(new Set());
  const [tried, setTried] = useState(draft.steps.indexOf(fields.step) > draft.steps.indexOf(part === 'represented' ? 'REPRESENTED' : 'CONTACT'));

  const problems = contactProblems(fields, audience, format.dayKey(new Date()), part);
  // The server's opinion of what it has saved counts as well: its rules may be stricter than ours.
  const refused = new Map(view.save.kind === 'saved' ? draft.problems.map((problem) => [problem.field, problem.code]) : []);
  const said = (field: ContactField): string | undefined => {
    const problem = problems.get(field) ?? refused.get(field);
    if (problem === undefined || !(tried || left.has(field))) return undefined;
    return t([`wizard.problem.${problem}`, 'wizard.problem.other']);
  };
  // Not for what is still empty, and not on the way to a button: the message would push the button away from under the pointer.
  const leave = (field: ContactField) => (event: FocusEvent<HTMLElement>) => {
    const empty = event.target instanceof HTMLInputElement && event.target.value.trim() === '';
    if (empty || event.relatedTarget instanceof HTMLButtonElement) return;
    setLeft((before) => new Set(before).add(field));
  };
  const set = (patch: Partial<Represented>) => saver.change({ represented: { ...patient, ...patch } });

  const next = async () => {
    setTried(true);
    if (problems.size > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-problem=true] input')?.focus());
      return;
    }
    await goOn();
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void next();
      }}
    >
      <Title order={2} tabIndex={-1} mb="sm">{part === 'represented' ? t('wizard.contact.patient') : t('wizard.contact.title', part === 'contact' ? {} : who)}</Title>
      {part !== 'represented' && (
        <>
          <TextInput
            data-first
            type="email"
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
            label={t('wizard.contact.email', who)}
            description={t('wizard.contact.emailHint', who)}
            value={fields.email ?? ''}
            maxLength={254}
            error={said('email')}
            onChange={(event) => saver.change({ email: event.currentTarget.value === '' ? null : event.currentTarget.value })}
            onBlur={leave('email')}
            maw={420}
            mb="sm"
            required
          />
          <TextInput
            type="tel"
            inputMode="tel"
            autoComplete="off"
            label={t('wizard.contact.phone', who)}
            description={t('wizard.contact.phoneHint')}
            value={fields.phone ?? ''}
            maxLength={30}
            error={said('phone')}
            onChange={(event) => saver.change({ phone: event.currentTarget.value === '' ? null : event.currentTarget.value })}
            onBlur={leave('phone')}
            maw={420}
            mb="sm"
          />
          <Textarea
            label={t('wizard.contact.comment')}
            description={t('wizard.contact.commentHint', who)}
            value={fields.comment ?? ''}
            autosize
            minRows={3}
            maxRows={10}
            error={said('comment')}
            onChange={(event) => saver.change({ comment: event.currentTarget.value === '' ? null : event.currentTarget.value })}
            onBlur={leave('comment')}
            mb="md"
          />
          {(fields.comment?.length ?? 0) > COMMENT_LIMIT - 200 && (
            <p className="counter" role="status">{t('wizard.contact.commentLeft', { count: COMMENT_LIMIT - (fields.comment?.length ?? 0) })}</p>
          )}
        </>
      )}

      {audience === 'REPRESENTATIVE' && part !== 'contact' && (
        <fieldset className="patient-fields">
          <legend><h2>{t('wizard.contact.patient')}</h2></legend>
          <p className="hint">{t('wizard.contact.patientHint')}</p>
          <div className="field-grid">
            <TextInput label={t('field.surname')} required value={patient.surname ?? ''} maxLength={NAME_LIMIT} autoComplete="off" error={said('represented/surname')} onChange={(event) => set({ surname: event.currentTarget.value || null })} onBlur={leave('represented/surname')} />
            <TextInput label={t('field.name')} required value={patient.name ?? ''} maxLength={NAME_LIMIT} autoComplete="off" error={said('represented/name')} onChange={(event) => set({ name: event.currentTarget.value || null })} onBlur={leave('represented/name')} />
            <TextInput label={t('field.patronymicOptional')} value={patient.patronymic ?? ''} maxLength={NAME_LIMIT} autoComplete="off" error={said('represented/patronymic')} onChange={(event) => set({ patronymic: event.currentTarget.value || null })} onBlur={leave('represented/patronymic')} />
            <MaskedInput
              label={t('field.birthDate')}
              required
              placeholder={t('wizard.contact.birthDateExample')}
              inputMode="numeric"
              value={typedDate(patient.birthDate)}
              mask={maskDate}
              error={said('represented/birthDate')}
              onValue={(typed) => set({ birthDate: parseDate(typed) ?? (typed || null) })}
              onBlur={leave('represented/birthDate')}
            />
            <Radio.Group label={t('field.sex')} required value={patient.sex ?? null} onChange={(sex) => set({ sex: sex as Sex })} error={said('represented/sex')} data-problem={said('represented/sex') !== undefined}>
              <Group gap="lg" mt={10}>
                <Radio value="FEMALE" label={t('sex.FEMALE')} />
                <Radio value="MALE" label={t('sex.MALE')} />
              </Group>
            </Radio.Group>
            <Autocomplete
              label={t('field.relation')}
              required
              data={(['mother', 'father', 'adoptive', 'guardian', 'trustee', 'other'] as const).map((relation) => t(`wizard.relation.${relation}`))}
              value={patient.relation ?? ''}
              maxLength={RELATION_LIMIT}
              error={said('represented/relation')}
              onChange={(relation) => set({ relation: relation || null })}
              onBlur={leave('represented/relation')}
            />
            <MaskedInput label={t('field.snilsOptional')} placeholder={t('wizard.person.example.SNILS')} inputMode="numeric" value={mask('SNILS', patient.snils ?? '')} mask={(typed) => mask('SNILS', typed)} error={said('represented/snils')} onValue={(snils) => set({ snils: snils || null })} onBlur={leave('represented/snils')} />
            <MaskedInput label={t('field.policyOptional')} placeholder={t('wizard.person.example.POLICY')} value={mask('POLICY', patient.policy ?? '')} mask={(typed) => mask('POLICY', typed)} error={said('represented/policy')} onValue={(policy) => set({ policy: policy || null })} onBlur={leave('represented/policy')} />
          </div>
        </fieldset>
      )}
      <div className="wizard-foot">
        <Button variant="default" onClick={back}>{t('common:back')}</Button>
        <Button type="submit" loading={view.save.kind === 'saving' && tried && problems.size === 0}>{nextLabel}</Button>
      </div>
    </form>
  );
}
