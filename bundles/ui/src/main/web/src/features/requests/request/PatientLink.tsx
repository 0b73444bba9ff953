import { Button, Group, Modal, Text, TextInput, Title } from '@mantine/core';
import { IconBan, IconCheck, IconCopy, IconLink, IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest, IssuedLink, LinkState } from '@/shared/api/types';
import { DateTime, ErrorState, LoadingRows, StateChip, type Tone } from '@/shared/components';
import { sayError } from '@/shared/i18n';
import { notify } from '@/shared/notices';
import { historyQuery, issueLink, linkQuery, revokeLinks } from '../api';

const LOOK: Record<LinkState, { tone: Tone; icon: typeof IconLink }> = {
  NONE: { tone: 'neutral', icon: IconLink },
  ACTIVE: { tone: 'good', icon: IconCheck },
  LOCKED: { tone: 'warning', icon: IconLock },
  REVOKED: { tone: 'bad', icon: IconBan },
  EXPIRED: { tone: 'closed', icon: IconBan },
};

/** The patient's personal link: its state, openings and consent, a copy for another way than mail, and its revocation. */
export function PatientLink({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  const queries = useQueryClient();
  const status = useQuery(linkQuery(request.id));
  const [issued, setIssued] = useState<IssuedLink | null>(null);
  const [copied, setCopied] = useState(false);
  const [revoking, setRevoking] = useState(false);
  const address = useRef<HTMLInputElement>(null);
  const changed = () => {
    void queries.invalidateQueries({ queryKey: linkQuery(request.id).queryKey });
    void queries.invalidateQueries({ queryKey: historyQuery(request.id).queryKey });
  };

  const copy = async (link: IssuedLink) => {
    try {
      await navigator.clipboard.writeText(link.url);
      setCopied(true);
      notify('done', t('link.copied'));
    } catch {
      // The browser forbids it, or the click is too long ago: the address stands there to be copied by hand.
      setCopied(false);
      requestAnimationFrame(() => address.current?.select());
    }
  };
  // Addresses are stored hashed, so a link that was sent cannot be shown again: a further one is made; the earlier ones go on working.
  const issue = useMutation({
    mutationFn: () => issueLink(request.id),
    onSuccess: async (link) => {
      setIssued(link);
      changed();
      await copy(link);
    },
    onError: (error) => notify('error', sayError(error)),
  });
  const revoke = useMutation({
    mutationFn: () => revokeLinks(request.id),
    onSuccess: () => {
      setIssued(null);
      setRevoking(false);
      changed();
      notify('done', t('link.revoked'));
    },
    onError: (error) => notify('error', sayError(error)),
  });

  const link = status.data;
  const look = link ? LOOK[link.state] : null;
  return (
    <section className="panel" aria-labelledby="link-title">
      <Group justify="space-between" mb={8} wrap="nowrap">
        <Title order={2} id="link-title">{t(request.represented === null ? 'link.title' : 'link.titleRepresentative')}</Title>
        {link && look && <StateChip tone={look.tone} icon={<look.icon size={13} aria-hidden />}>{t(`link.state.${link.state}`)}</StateChip>}
      </Group>
      {status.isPending && <LoadingRows rows={3} />}
      {status.isError && <ErrorState error={status.error} retry={() => void status.refetch()} />}
      {link && (
        <>
          {link.state === 'LOCKED' && <p className="link-warning">{t('link.locked')}</p>}
          <dl className="pairs">
            {link.issuedAt !== null && <div><dt>{t('link.issued')}</dt><dd><DateTime instant={link.issuedAt} /></dd></div>}
            <div><dt>{t('link.opened')}</dt><dd>{link.lastOpenedAt === null ? t('link.never') : <DateTime instant={link.lastOpenedAt} />}</dd></div>
            <div><dt>{t('link.consent')}</dt><dd>{link.consentAt === null ? t('link.notYet') : <DateTime instant={link.consentAt} />}</dd></div>
            {link.failedAttempts > 0 && <div><dt>{t('link.failed')}</dt><dd>{link.failedAttempts}</dd></div>}
          </dl>
          <div className="actions">
            <Button
              variant="default"
              fullWidth
              leftSection={<IconCopy size={16} aria-hidden />}
              loading={issue.isPending}
              onClick={() => (issued ? void copy(issued) : issue.mutate())}
            >
              {t('link.copy')}
            </Button>
            {issued && (
              <TextInput
                ref={address}
                readOnly
                size="xs"
                label={t(copied ? 'link.addressCopied' : 'link.address')}
                value={issued.url}
                onFocus={(event) => event.currentTarget.select()}
              />
            )}
            {(link.state === 'ACTIVE' || link.state === 'LOCKED') && (
              <Button variant="subtle" color="red" size="xs" fullWidth onClick={() => setRevoking(true)}>{t('link.revoke')}</Button>
            )}
          </div>
          <p className="action-note">{t('link.note')}</p>
        </>
      )}
      <Modal opened={revoking} onClose={() => setRevoking(false)} title={t('link.revokeTitle')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <Text mb="md">{t('link.revokeText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setRevoking(false)} data-autofocus>{t('common:cancel')}</Button>
          <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>{t('link.revoke')}</Button>
        </Group>
      </Modal>
    </section>
  );
}
