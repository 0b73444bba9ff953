import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Says why there is nothing and what to do. */
export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div className="empty" role="status">
      {icon !== undefined && <div className="empty-icon" aria-hidden>{icon}</div>}
      <Text fw={600}>{title}</Text>
      {children !== undefined && <Text size="sm" c="gray.7" component="div" maw={520}>{children}</Text>}
      {action}
    </div>
  );
}
