import './form.css';
import { Alert } from '@mantine/core';
import Form from '@rjsf/mantine';
import { type ErrorSchema, toErrorSchema } from '@rjsf/utils';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../api/client';
import { errorSentence } from '../i18n';
import { useFormat } from '../session';
import { parseSchema, uiOf } from './hints';
import { sayKeyword } from './messages';
import { Notes } from './notes';
import type { FormValues, SchemaFormProps } from './SchemaForm';
import { templates } from './templates';
import { translateString } from './translate';
import { validator } from './validator';
import { widgets } from './widgets';

const PREFIX = 'field';

function extraErrors(problems: readonly FieldProblem[]): ErrorSchema {
  return toErrorSchema(
    problems.map(({ field, code }) => {
      const message = errorSentence(code) ?? sayKeyword(code.slice(code.lastIndexOf('.') + 1));
      return { property: `.${field.replace(/^\//, '').replaceAll('/', '.')}`, message, stack: message };
    }),
  );
}

function read<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}

export default function SchemaFormBody({
  schema: schemaSource, ui: uiSource, value, onChange, onSubmit, onRefused, id, problems = [], disabled = false, nested = false, onField, note,
}: SchemaFormProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [tried, setTried] = useState(false);
  const schema = useMemo(() => read(() => parseSchema(schemaSource)), [schemaSource]);
  const ui = useMemo(() => read(() => uiOf(uiSource, language)), [uiSource, language]);
  const extra = useMemo(() => extraErrors(problems), [problems]);
  if (schema === null || ui === null) return <Alert color="red" variant="light" role="alert">{t('form.broken')}</Alert>;

  return (
    <Notes value={note}>
      <Form
        // Its sentences are made when it checks: another language, another form.
        key={language}
        id={id}
        tagName={nested ? 'div' : undefined}
        idPrefix={nested ? id : PREFIX}
        className="schema-form"
        schema={schema}
        uiSchema={ui}
        validator={validator}
        formData={value}
        widgets={widgets}
        templates={templates}
        disabled={disabled}
        noHtml5Validate
        showErrorList={false}
        liveValidate={tried ? 'onChange' : false}
        focusOnFirstError
        omitExtraData
        extraErrors={extra}
        translateString={translateString}
        // Nothing is chosen for the doctor: neither the first option of a list nor a «no» to a question that nobody answered.
        experimental_defaultFormStateBehavior={{ constAsDefaults: 'never', emptyObjectFields: 'skipEmptyDefaults', requiredBooleanDefault: 'skip' }}
        onChange={(event) => onChange((event.formData ?? {}) as FormValues)}
        onSubmit={(event) => onSubmit?.((event.formData ?? {}) as FormValues)}
        onError={() => {
          setTried(true);
          onRefused?.();
        }}
        onFocus={(field) => onField?.(field.slice(PREFIX.length + 1))}
      >
        {/* The buttons stand outside. */}
        <></>
      </Form>
    </Notes>
  );
}
