import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  value: string;
  onChange: (value: string) => void;
  /** Says what is searched; also the placeholder. */
  label: string;
  width?: number;
}

/** The search of a page; `/` puts the cursor here. */
export function SearchBox({ value, onChange, label, width = 320 }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <TextInput
      ref={input}
      type="search"
      role="searchbox"
      className="search-box"
      w={width}
      maw="100%"
      aria-label={label}
      placeholder={label}
      value={value}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      data-search
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={value !== '' && (
        <CloseButton
          size="sm"
          aria-label={t('clearSearch')}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        />
      )}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.stopPropagation();
          onChange('');
        }
      }}
    />
  );
}
