import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/session';
import { parseDay } from './clock';

interface Props {
  label: string;
  description?: string;
  /** yyyy-MM-dd */
  value: string | null;
  error?: ReactNode;
  clearable?: boolean;
  placeholder?: string;
  onChange: (value: string | null) => void;
}

/** A day: typed as 24.11.2026 or chosen. */
export function DateField({ clearable = false, placeholder, ...props }: Props) {
  const { t } = useTranslation('scheduling');
  const { language } = useFormat();
  const format = language === 'ru' ? 'DD.MM.YYYY' : 'DD/MM/YYYY';
  return (
    <DateInput
      {...props}
      size="sm"
      clearable={clearable}
      locale={language}
      firstDayOfWeek={1}
      hideOutsideDates
      valueFormat={format}
      dateParser={parseDay}
      placeholder={placeholder ?? t('date.format')}
      clearButtonProps={{ 'aria-label': t('date.clear') }}
      ariaLabels={{
        previousMonth: t('date.previousMonth'),
        nextMonth: t('date.nextMonth'),
        previousYear: t('date.previousYear'),
        nextYear: t('date.nextYear'),
        previousDecade: t('date.previousDecade'),
        nextDecade: t('date.nextDecade'),
      }}
    />
  );
}
