import { ActionIcon, Button, Group, Modal, Text, Title, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '@/shared/api/types';
import { DateTime } from '@/shared/components';
import { fullName } from '@/shared/format';
import { sayError } from '@/shared/i18n';
import { notify } from '@/shared/notices';
import { useFormat } from '@/shared/session';
import { deleteDraft, draftsQuery } from '../api';

const SHOWN = 3;

/** Requests that were begun and not submitted. */
export function DraftList() {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const queries = useQueryClient();
  const drafts = useQuery(draftsQuery);
  const [all, setAll] = useState(false);
  const [leaving, setLeaving] = useState<Draft | null>(null);
  const remove = useMutation({
    mutationFn: (draft: Draft) => deleteDraft(draft.id),
    onSuccess: (_, draft) => {
      queries.setQueryData(draftsQuery.queryKey, (before: Draft[] | undefined) => before?.filter((other) => other.id !== draft.id));
      setLeaving(null);
    },
    onError: (error) => notify('error', sayError(error)),
  });

  const items = drafts.data ?? [];
  if (items.length === 0) return null;
  const who = (draft: Draft) => {
    const person = draft.represented?.surname ? draft.represented : draft.person;
    return person ? fullName(person) : t('wizard.draft.noPerson');
  };
  return (
    <section className="panel drafts" aria-labelledby="drafts-title">
      <Title order={2} id="drafts-title">{t('wizard.draft.title', { count: items.length })}</Title>
      <ul>
        {items.slice(0, all ? undefined : SHOWN).map((draft) => (
          <li key={draft.id}>
            <div className="drafts-text">
              <Text fw={600} truncate>{who(draft)}</Text>
              <Text size="sm" c="gray.7" className="clamp">{format.text(draft.route.title)} · {format.text(draft.profile.title)}</Text>
            </div>
            <Text size="sm" c="gray.7" className="drafts-time"><DateTime instant={draft.updatedAt} as="relative" /></Text>
            <Group gap={4} wrap="nowrap">
              <Button component={Link} to={`/new/${draft.id}`} variant="default" size="xs" aria-label={t('wizard.draft.continueLabel', { name: who(draft) })}>
                {t('wizard.draft.continue')}
              </Button>
              <Tooltip label={t('wizard.draft.delete')}>
                <ActionIcon variant="subtle" color="gray.7" aria-label={t('wizard.draft.deleteLabel', { name: who(draft) })} onClick={() => setLeaving(draft)}>
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </Group>
          </li>
        ))}
      </ul>
      {items.length > SHOWN && !all && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>{t('wizard.draft.all', { count: items.length })}</Button>
      )}
      <Modal opened={leaving !== null} onClose={() => setLeaving(null)} title={t('wizard.draft.deleteTitle')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <Text mb="md">{leaving && t('wizard.draft.deleteText', { name: who(leaving) })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setLeaving(null)} data-autofocus>{t('common:cancel')}</Button>
          <Button color="red" loading={remove.isPending} onClick={() => leaving && remove.mutate(leaving)}>{t('wizard.draft.delete')}</Button>
        </Group>
      </Modal>
    </section>
  );
}
