import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'bad' | 'closed';

/** A state as a tinted chip with a word in dark text; never by colour alone. */
export function StateChip({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return <span className={`chip chip-${tone}`}>{icon}{children}</span>;
}
