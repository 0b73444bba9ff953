import { ActionIcon } from '@mantine/core';
import { IconArrowBarToLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  head: string;
  text: string;
  enabled: boolean;
  onInsert: () => void;
  children?: ReactNode;
}

/** A text that can be put into the form with one press. */
export function InsertRow({ head, text, enabled, onInsert, children }: Props) {
  const { t } = useTranslation('signing');
  return (
    <li className="insert-row">
      <div className="insert-text">
        <span className="muted">{head}</span>
        <p>{text}</p>
      </div>
      <span className="insert-acts">
        <ActionIcon
          variant="light"
          disabled={!enabled}
          aria-label={t('insert.put', { text: text.length > 60 ? `${text.slice(0, 60)}…` : text })}
          title={t('insert.putShort')}
          // The cursor stays in its field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onInsert}
        >
          <IconArrowBarToLeft size={16} aria-hidden />
        </ActionIcon>
        {children}
      </span>
    </li>
  );
}
