import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoctors, type Doctor } from './useDoctors';

interface Props {
  /** null: all doctors. */
  value: Doctor | null;
  onChange: (doctor: Doctor | null) => void;
}

/** Chooses a doctor by the surname. */
export function DoctorSelect({ value, onChange }: Props) {
  const { t } = useTranslation('scheduling');
  const [typed, setTyped] = useState('');
  const doctors = useDoctors(value !== null && typed === value.name ? '' : typed);
  const found = doctors.data ?? [];
  const options = value === null || found.some((doctor) => doctor.id === value.id) ? found : [value, ...found];
  return (
    <Select
      aria-label={t('doctor')}
      placeholder={t('allDoctors')}
      description={undefined}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('allDoctors') }}
      maxDropdownHeight={320}
      nothingFoundMessage={doctors.isPending ? t('common:loading') : t('noDoctor')}
      // The server searches: everything that it found is shown.
      filter={({ options: all }) => all}
      data={options.map((doctor) => ({ value: doctor.id, label: doctor.name }))}
      renderOption={({ option }) => {
        const doctor = options.find((each) => each.id === option.value);
        return (
          <span>
            <Text span size="sm" display="block">{option.label}</Text>
            <Text span size="xs" c="gray.7" display="block">{doctor?.detail}</Text>
          </span>
        );
      }}
      value={value?.id ?? null}
      onChange={(id) => onChange(options.find((doctor) => doctor.id === id) ?? null)}
      onSearchChange={setTyped}
    />
  );
}
