import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  /** Stands before the heading: the place of the lock of the request lists. */
  before?: ReactNode;
  description?: ReactNode;
  /** Search and the page's actions, at the right; below the heading on a phone. */
  children?: ReactNode;
}

/** The heading of a page; it names the browser's tab as well. */
export function PageHeader({ title, before, description, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <Group className="page-header" justify="space-between" gap="sm">
      <Group gap="xs" wrap="nowrap" miw={0}>
        {before}
        <div className="page-title">
          <Title order={1} tabIndex={-1} id="page-title">{title}</Title>
          {description !== undefined && <Text size="sm" c="gray.7">{description}</Text>}
        </div>
      </Group>
      {children !== undefined && <Group gap="sm" className="page-actions">{children}</Group>}
    </Group>
  );
}
