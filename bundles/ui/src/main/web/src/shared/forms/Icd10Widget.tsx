import { Autocomplete, Loader } from '@mantine/core';
import type { WidgetProps } from '@rjsf/utils';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '../hooks/useDebounced';
import { codeOf, type Icd10, searchIcd10 } from './icd10';
import { wrapperProps } from './wrapper';

const shown = (entry: Icd10): string => `${entry.code} · ${entry.name}`;

/** МКБ-10 by code or words; the value is the code. A code can be typed while the classification is away. */
export function Icd10Widget(props: WidgetProps) {
  const { t } = useTranslation();
  const code = typeof props.value === 'string' ? props.value : '';
  const [text, setText] = useState(code);
  const typed = useDebounced(text.trim(), 250);
  const found = useQuery({
    queryKey: ['forms', 'icd10', typed],
    queryFn: ({ signal }) => searchIcd10(typed, signal),
    enabled: typed.length > 1 && !typed.includes(' · '),
    staleTime: 10 * 60_000,
    placeholderData: (previous) => previous,
    meta: { live: false },
  });
  const own = useQuery({
    queryKey: ['forms', 'icd10', code],
    queryFn: ({ signal }) => searchIcd10(code, signal),
    enabled: code !== '',
    staleTime: 10 * 60_000,
    meta: { live: false },
  });
  const name = own.data?.find((entry) => entry.code === code)?.name;
  const whole = code === '' ? '' : name === undefined ? code : shown({ code, name });
  // What was chosen, opened again or came from a template is shown with its name.
  useEffect(() => setText(whole), [whole]);

  const entries = (found.data ?? []).slice(0, 30);
  const choose = (value: string | null) => props.onChange(value === null || value === '' ? undefined : value);
  const searching = typed.length > 1 && text !== whole;
  return (
    <Autocomplete
      {...wrapperProps(props)}
      placeholder={t('form.icd10.search')}
      description={searching && found.isError ? t('form.icd10.unavailable') : searching && found.isSuccess && entries.length === 0 ? t('form.icd10.nothing') : wrapperProps(props).description}
      value={text}
      data={entries.map(shown)}
      filter={({ options }) => options}
      rightSection={searching && found.isFetching ? <Loader size="xs" aria-label={t('loading')} /> : undefined}
      comboboxProps={{ withinPortal: true }}
      maxDropdownHeight={280}
      autoComplete="off"
      spellCheck={false}
      disabled={props.disabled || props.readonly}
      onChange={(next) => {
        setText(next);
        if (next.trim() === '') choose(null);
      }}
      onOptionSubmit={(option) => choose(option.split(' · ')[0] ?? null)}
      onFocus={() => props.onFocus(props.id, code)}
      onBlur={() => {
        const code = codeOf(text);
        if (code !== null) choose(code);
        else if (text.trim() !== '') setText(whole);
        props.onBlur(props.id, code ?? undefined);
      }}
    />
  );
}
