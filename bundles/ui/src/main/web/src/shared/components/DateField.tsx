import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import { DateInput, type DateInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../session';
import { parseDay } from '../day';

interface Props extends Omit<DateInputProps, 'value' | 'onChange'> {
  /** yyyy-MM-dd */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A day: typed as 24.11.2026 or chosen. */
export function DateField({ clearable = false, placeholder, ...props }: Props) {
  const { t } = useTranslation();
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
