import './operator.css';
import { Alert, Button, CopyButton, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceToken } from '@/shared/api/types';
import { uuidv7 } from '@/shared/api/uuid';
import { DateTime, EmptyState, ErrorState, LoadingRows, PageHeader, StateChip } from '@/shared/components';
import { notify } from '@/shared/notices';
import { createToken, organisationsQuery, revokeToken, tokensQuery } from './endpoints';

const DAY = 86_400_000;
const LONGEST_DAYS = 1825;
const TONES = { works: 'good', over: 'closed', revoked: 'closed' } as const;

const stateOf = (token: ServiceToken): keyof typeof TONES =>
  token.revokedAt !== null ? 'revoked' : Date.parse(token.expiresAt) > Date.now() ? 'works' : 'over';

/** «Ключи доступа»: by which tokens systems of organisations come in. */
export default function TokensPage() {
  const { t } = useTranslation('operator');
  const tokens = useQuery(tokensQuery);
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ServiceToken | null>(null);
  return (
    <div className="page">
      <PageHeader title={t('tokens.title')} description={t('tokens.intro')}>
        <Button onClick={() => setAdding(true)}>{t('tokens.add')}</Button>
      </PageHeader>
      {tokens.isPending && <LoadingRows />}
      {tokens.isError && !tokens.data && <ErrorState error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && <EmptyState icon={<IconKey size={36} stroke={1.4} />} title={t('tokens.none')}>{t('tokens.noneText')}</EmptyState>}
      {tokens.data !== undefined && tokens.data.length > 0 && (
        <section className="operator-section">
          <ul className="operator-rows" aria-label={t('tokens.list')}>
            {tokens.data.map((token) => <Row key={token.id} token={token} onRevoke={() => setRevoking(token)} />)}
          </ul>
        </section>
      )}
      <Modal opened={adding} onClose={() => setAdding(false)} title={t('tokens.add')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        {adding && <NewToken onClose={() => setAdding(false)} />}
      </Modal>
      <Revocation token={revoking} onClose={() => setRevoking(null)} />
    </div>
  );
}

function Row({ token, onRevoke }: { token: ServiceToken; onRevoke: () => void }) {
  const { t } = useTranslation('operator');
  const state = stateOf(token);
  return (
    <li>
      <div>
        <Text fw={600}>{token.name}</Text>
        <span className="muted">{token.organisationName}</span>
      </div>
      <span className="muted">{t('tokens.until')} <DateTime instant={token.expiresAt} as="date" /></span>
      <span className="muted">{token.usedAt === null ? t('tokens.never') : <>{t('tokens.used')} <DateTime instant={token.usedAt} /></>}</span>
      <Group gap="xs" wrap="nowrap">
        <StateChip tone={TONES[state]}>{t(`tokens.state.${state}`)}</StateChip>
        {state === 'works' && <Button variant="subtle" color="red" size="compact-sm" onClick={onRevoke}>{t('tokens.revoke')}</Button>}
      </Group>
    </li>
  );
}

function NewToken({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('operator');
  const queries = useQueryClient();
  const organisations = useQuery(organisationsQuery);
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [days, setDays] = useState<number | string>(365);
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: createToken,
    onSuccess: () => void queries.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
  if (create.data) return <Secret secret={create.data.secret} onClose={onClose} />;
  if (organisations.isPending) return <LoadingRows rows={3} />;
  if (organisations.isError) return <ErrorState error={organisations.error} retry={() => void organisations.refetch()} />;
  const save = () => {
    setTried(true);
    if (organisation === null || name.trim() === '') return;
    // A new id each time: the secret of a token whose answer was lost cannot be told again.
    create.mutate({
      id: uuidv7(),
      organisationId: organisation,
      name: name.trim(),
      expiresAt: new Date(Date.now() + Number(days) * DAY).toISOString(),
    });
  };
  return (
    <Stack gap="sm">
      <Select
        label={t('tokens.organisation')}
        data={organisations.data.map((each) => ({ value: each.id, label: each.name }))}
        value={organisation}
        onChange={setOrganisation}
        error={tried && organisation === null && t('tokens.organisationNeeded')}
        searchable
        required
        data-autofocus
      />
      <TextInput
        label={t('tokens.name')}
        placeholder={t('tokens.nameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' && t('tokens.nameNeeded')}
        maxLength={100}
        required
      />
      <NumberInput label={t('tokens.days')} value={days} onChange={setDays} min={1} max={LONGEST_DAYS} clampBehavior="strict" allowDecimal={false} required />
      {create.isError && <ErrorState error={create.error} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
        <Button loading={create.isPending} onClick={save}>{t('tokens.create')}</Button>
      </Group>
    </Stack>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation('operator');
  return (
    <Stack gap="sm">
      <Alert color="yellow" title={t('tokens.created')}>{t('tokens.createdText')}</Alert>
      <TextInput label={t('tokens.secret')} value={secret} readOnly classNames={{ input: 'operator-code' }} onFocus={(event) => event.currentTarget.select()} />
      <Group justify="flex-end" gap="sm">
        <CopyButton value={secret}>
          {({ copied, copy }) => <Button variant="default" onClick={copy}>{t(copied ? 'tokens.copied' : 'tokens.copy')}</Button>}
        </CopyButton>
        <Button onClick={onClose}>{t('tokens.done')}</Button>
      </Group>
    </Stack>
  );
}

function Revocation({ token, onClose }: { token: ServiceToken | null; onClose: () => void }) {
  const { t } = useTranslation('operator');
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: revokeToken,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
      notify('done', t('tokens.revoked'));
      onClose();
    },
  });
  return (
    <Modal opened={token !== null} onClose={onClose} title={t('tokens.revokeTitle')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {token && (
        <Stack gap="md">
          <Text>{t('tokens.revokeText', { name: token.name, organisation: token.organisationName })}</Text>
          {revoke.isError && <ErrorState error={revoke.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" data-autofocus onClick={onClose}>{t('common:cancel')}</Button>
            <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate(token.id)}>{t('tokens.revoke')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
