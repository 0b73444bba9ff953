import './visit.css';
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { FieldProblem } from '../api/client';
import type { RouteForm } from '../api/types';
import type { Language } from '../format';
import { startI18n, switchLanguage } from '../i18n';
import ru from '../i18n/ru.json';
import { theme } from '../theme';
import type { FormValues } from './SchemaForm';
import SchemaFormBody from './SchemaFormBody';

interface Props {
  id: string;
  language: Language;
  form: RouteForm;
  answers: FormValues;
  problems: readonly FieldProblem[];
  onChange: (answers: FormValues) => void;
  onSend: () => void;
}

const large = mergeThemeOverrides(theme, { fontFamily: 'inherit', fontSizes: { xs: '14px', sm: '16px', md: '16px' } });
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

let started: Promise<void> | undefined;

/** The words of the form library; before the form is shown. */
export function start(): Promise<void> {
  started ??= startI18n({ namespaces: { common: ru }, errors: {} }, async () => ({
    namespaces: { common: (await import('../i18n/en.json')).default },
    errors: {},
  }));
  return started;
}

/** A route's form on the patient's page, which is light: it comes with all that it needs, larger than for doctors, in a chunk of its own. */
export default function VisitForm({ id, language, form, answers, problems, onChange, onSend }: Props) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    void switchLanguage(language).then(() => setShown(true));
  }, [language]);
  if (!shown) return null;
  return (
    <MantineProvider theme={large} getStyleNonce={() => nonce} forceColorScheme="light" withGlobalClasses={false}>
      <div className="visit-form">
        <SchemaFormBody id={id} schema={form.schema} ui={form.ui} value={answers} problems={problems} onChange={onChange} onSubmit={onSend} />
      </div>
    </MantineProvider>
  );
}
