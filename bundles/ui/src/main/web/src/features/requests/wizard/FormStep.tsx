import { Alert, Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteStep } from '@/shared/api/types';
import { SchemaForm } from '@/shared/forms/SchemaForm';
import { useFormat } from '@/shared/session';
import type { StepProps } from './Wizard';

/** A form of the route's own: checked here by its schema, and once more by the server and the route's code. */
export function FormStep({ saver, view, next, nextLabel, back, step }: StepProps & { step: RouteStep }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const [saving, setSaving] = useState(false);
  const id = step.id!;
  const formId = `route-form-${id}`;
  const prefix = `forms/${id}/`;
  const saved = view.save.kind === 'saved';
  const problems = saved
    ? view.draft.problems.filter((problem) => problem.field.startsWith(prefix)).map(({ field, code }) => ({ field: field.slice(prefix.length), code }))
    : [];
  const said = saved ? view.draft.answerProblems.filter((problem) => problem.step === id) : [];

  const go = async () => {
    setSaving(true);
    await next();
    setSaving(false);
  };

  return (
    <>
      <Title order={2} tabIndex={-1} mb="sm">{step.title ? format.text(step.title) : t('wizard.step.FORM')}</Title>
      {said.length > 0 && (
        <Alert color="red" variant="light" role="alert" mb="sm">
          {said.map((problem) => <p key={`${problem.field} ${problem.text.ru}`}>{format.text(problem.text)}</p>)}
        </Alert>
      )}
      <SchemaForm
        id={formId}
        schema={step.form!.schema}
        ui={step.form!.ui}
        value={view.fields.forms[id] ?? {}}
        problems={problems}
        onChange={(value) => saver.change({ forms: { ...saver.current().fields.forms, [id]: value } })}
        onSubmit={() => void go()}
      />
      <div className="wizard-foot">
        <Button variant="default" onClick={back}>{t('common:back')}</Button>
        <Button type="submit" form={formId} loading={saving}>{nextLabel}</Button>
      </div>
    </>
  );
}
