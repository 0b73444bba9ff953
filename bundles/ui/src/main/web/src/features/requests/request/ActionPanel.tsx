import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { byOrder, keyName, type RequestAction } from '@/shared/requestWindow';
import { useSession } from '@/shared/session';
import { useShortcuts } from '@/shared/shortcuts';
import { ChatButton } from './ChatButton';
import { takesPart } from './takesPart';

const features = import.meta.glob<RequestAction[]>('../../*/requestActions.ts', { eager: true, import: 'requestActions' });
const ACTIONS = Object.values(features).flat().sort(byOrder);

const LOOK = {
  primary: { variant: 'filled', color: undefined },
  default: { variant: 'default', color: undefined },
  danger: { variant: 'subtle', color: 'red' },
} as const;

/** The right side panel: what can be done with the request now, from every feature. */
export function ActionPanel({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  const session = useSession();
  const [open, setOpen] = useState<string | null>(null);
  const actions = ACTIONS.filter((action) => action.visible(request, session));
  useShortcuts(
    actions.flatMap((action) => (action.shortcut ? [{ code: action.shortcut, label: t(action.label), run: () => setOpen(action.id) }] : [])),
  );
  const note = request.state === 'AWAITING_SIGNATURE' ? 'request.awaitingNote' : request.state !== 'IN_WORK' ? 'request.closedNote' : null;
  return (
    <section className="panel" aria-labelledby="actions">
      <Title order={2} id="actions" mb={8}>{t('request.actions')}</Title>
      <div className="actions">
        {request.consultantId !== null && takesPart(request, session.me.accountId) && <ChatButton requestId={request.id} />}
        {actions.map((action) => (
          <Button
            key={action.id}
            {...LOOK[action.look ?? 'default']}
            fullWidth
            onClick={() => setOpen(action.id)}
            aria-keyshortcuts={action.shortcut && keyName(action.shortcut)}
          >
            {t(action.label)}
          </Button>
        ))}
        {note && <p className="action-note">{t(note)}</p>}
      </div>
      {actions.map((action) => (
        <action.component key={action.id} request={request} opened={open === action.id} onClose={() => setOpen(null)} />
      ))}
    </section>
  );
}
