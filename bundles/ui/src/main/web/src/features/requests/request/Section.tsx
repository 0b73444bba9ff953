import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A titled part of the request's window. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="panel" aria-labelledby={id}>
      <Title order={2} id={id} mb={8}>{title}</Title>
      {children}
    </section>
  );
}
