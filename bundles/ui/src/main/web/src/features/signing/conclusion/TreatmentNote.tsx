import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '@/shared/forms/SchemaForm';
import { textOf } from './insert';
import { establishedInPerson } from './treatment';

/** Treatment may be changed remotely only after a diagnosis made in person: said before and while it is written. */
export function TreatmentNote({ answers, field, focused }: { answers: FormValues; field: string; focused: boolean }) {
  const { t } = useTranslation('signing');
  const warned = !establishedInPerson(answers) && (focused || textOf(answers, field).trim() !== '');
  return (
    <div role="status">
      {warned && <p className="field-warning"><IconAlertTriangle size={16} aria-hidden /><span>{t('treatment.warning')}</span></p>}
    </div>
  );
}
