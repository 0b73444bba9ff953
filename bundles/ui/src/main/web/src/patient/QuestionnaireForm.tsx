import './questionnaire.css';
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { FieldProblem } from '@/shared/api/client';
import type { RouteForm } from '@/shared/api/types';
import SchemaFormBody from '@/shared/forms/SchemaFormBody';
import { startI18n, switchLanguage } from '@/shared/i18n';
import ru from '@/shared/i18n/ru.json';
import { theme } from '@/shared/theme';
import { useLanguage } from './language';
import type { Answers } from './Questionnaire';

interface Props {
  id: string;
  form: RouteForm;
  answers: Answers;
  problems: readonly FieldProblem[];
  onChange: (answers: Answers) => void;
  onSend: () => void;
}

const large = mergeThemeOverrides(theme, { fontFamily: 'inherit', fontSizes: { xs: '14px', sm: '16px', md: '16px' } });
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

let started: Promise<void> | undefined;

/** The words of the form library; before the form is shown. */
export function start(): Promise<void> {
  started ??= startI18n({ namespaces: { common: ru }, errors: {} }, async () => ({
    namespaces: { common: (await import('@/shared/i18n/en.json')).default },
    errors: {},
  }));
  return started;
}

/** The form of the route as doctors see theirs, larger: in a chunk of its own. */
export default function QuestionnaireForm({ id, form, answers, problems, onChange, onSend }: Props) {
  const { language } = useLanguage();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    void switchLanguage(language).then(() => setShown(true));
  }, [language]);
  if (!shown) return null;
  return (
    <MantineProvider theme={large} getStyleNonce={() => nonce} forceColorScheme="light" withGlobalClasses={false}>
      <SchemaFormBody id={id} schema={form.schema} ui={form.ui} value={answers} problems={problems} onChange={onChange} onSubmit={onSend} />
    </MantineProvider>
  );
}
