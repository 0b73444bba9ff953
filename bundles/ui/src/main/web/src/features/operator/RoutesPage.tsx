import './operator.css';
import { Alert, Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconRoute, IconWalk } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalText, RefusedRoute, RouteLine, RouteUsers } from '@/shared/api/types';
import { EmptyState, ErrorState, LoadingRows, PageHeader, StateChip } from '@/shared/components';
import { currentLanguage } from '@/shared/i18n';
import { checkRoute, organisationsQuery, routesQuery } from './endpoints';
import { Rehearsal } from './rehearsal/Rehearsal';
import type { RouteFile } from './rehearsal/routeFile';

const TONES = { OFFERED: 'good', REPLACED: 'closed', UNAVAILABLE: 'warning' } as const;

const inLanguage = (text: LocalText): string => text[currentLanguage()];

/** «Маршруты»: what doctors are offered, what was replaced or refused and why, and a look at a file before it is put there. */
export default function RoutesPage() {
  const { t } = useTranslation('operator');
  const overview = useQuery(routesQuery);
  return (
    <div className="page">
      <PageHeader title={t('routes.title')} description={t('routes.intro')} />
      {overview.isPending && <LoadingRows />}
      {overview.isError && !overview.data && <ErrorState error={overview.error} retry={() => void overview.refetch()} />}
      {overview.data && (
        <>
          {overview.data.refused.length > 0 && <Refused refused={overview.data.refused} />}
          <section className="operator-section" aria-labelledby="routes-present">
            <h2 id="routes-present">{t('routes.present')}</h2>
            {overview.data.routes.length === 0 ? (
              <EmptyState icon={<IconRoute size={36} stroke={1.4} />} title={t('routes.none')}>{t('routes.noneText')}</EmptyState>
            ) : (
              <ul className="operator-rows">
                {overview.data.routes.map((route) => <Row key={`${route.id} ${route.version} ${route.source}`} route={route} />)}
              </ul>
            )}
          </section>
        </>
      )}
      <Check />
    </div>
  );
}

function Row({ route }: { route: RouteLine }) {
  const { t } = useTranslation('operator');
  return (
    <li>
      <div>
        <Text fw={600}>{inLanguage(route.title)}</Text>
        <span className="operator-code">{route.id} {route.version}</span>
      </div>
      <Users users={route.users} />
      <span className="muted">{t('routes.source')}: <span className="operator-code">{route.source}</span></span>
      <span><StateChip tone={TONES[route.state]}>{t(`routes.state.${route.state}`)}</StateChip></span>
    </li>
  );
}

function Users({ users }: { users: RouteUsers | null }) {
  const { t } = useTranslation('operator');
  const limited = (users?.organisations.length ?? 0) > 0;
  const organisations = useQuery({ ...organisationsQuery, enabled: limited });
  if (users === null || (!limited && users.profiles.length === 0)) return <span className="muted">{t('routes.everybody')}</span>;
  const names = users.organisations.map((id) => organisations.data?.find((each) => each.id === id)?.name ?? id);
  return (
    <span className="muted">
      {limited && <>{t('routes.organisations', { names: names.join(', ') })}<br /></>}
      {users.profiles.length > 0 && t('routes.profiles', { codes: users.profiles.join(', ') })}
    </span>
  );
}

function Refused({ refused }: { refused: RefusedRoute[] }) {
  const { t } = useTranslation('operator');
  return (
    <Alert color="red" title={t('routes.refused')} mb={12}>
      <Text size="sm">{t('routes.refusedText')}</Text>
      {refused.map((route) => (
        <div key={`${route.place} ${route.cause}`}>
          <Text fw={600} mt={8} className="operator-code">{route.place}</Text>
          <Causes causes={route.cause.split('; ')} />
        </div>
      ))}
    </Alert>
  );
}

function Causes({ causes }: { causes: string[] }) {
  return <ul className="operator-causes">{causes.map((cause) => <li key={cause} className="operator-code">{cause}</li>)}</ul>;
}

function Check() {
  const { t } = useTranslation('operator');
  const [name, setName] = useState('');
  const [content, setContent] = useState('');
  const [walking, setWalking] = useState(false);
  const check = useMutation({ mutationFn: checkRoute, onMutate: () => setWalking(false) });
  const choose = (file: File | null) => {
    if (!file) return;
    void file.text().then((text) => {
      setName(file.name);
      setContent(text);
      check.mutate({ name: file.name, content: text });
    });
  };
  return (
    <section className="operator-section" aria-labelledby="routes-check">
      <h2 id="routes-check">{t('routes.check')}</h2>
      <Stack gap="sm">
        <Text size="sm" c="gray.7">{t('routes.checkText')}</Text>
        <Textarea
          label={t('routes.content')}
          placeholder={t('routes.contentHint')}
          value={content}
          onChange={(event) => {
            setContent(event.currentTarget.value);
            check.reset();
            setWalking(false);
          }}
          autosize
          minRows={6}
          maxRows={18}
          spellCheck={false}
          classNames={{ input: 'operator-code' }}
        />
        <Group gap="sm">
          <Button disabled={content.trim() === ''} loading={check.isPending} onClick={() => check.mutate({ name, content })}>{t('routes.run')}</Button>
          <FileButton accept=".json,application/json" onChange={choose}>
            {(props) => <Button variant="default" {...props}>{t('routes.choose')}</Button>}
          </FileButton>
        </Group>
        <div aria-live="polite">
          {check.isError && <ErrorState error={check.error} />}
          {check.data && <Result problems={check.data.problems} findings={check.data.findings} />}
        </div>
        {check.data?.problems.length === 0 && !walking && (
          <Group><Button variant="light" leftSection={<IconWalk size={16} aria-hidden />} onClick={() => setWalking(true)}>{t('rehearsal.walk')}</Button></Group>
        )}
      </Stack>
      {walking && <Rehearsal file={JSON.parse(content) as RouteFile} onClose={() => setWalking(false)} />}
    </section>
  );
}

function Result({ problems, findings }: { problems: string[]; findings: string[] }) {
  const { t } = useTranslation('operator');
  if (problems.length > 0) return <Alert color="red" title={t('routes.bad')}><Causes causes={problems} /></Alert>;
  if (findings.length > 0) return <Alert color="yellow" title={t('routes.doubtful')}><Causes causes={findings} /></Alert>;
  return <Alert color="green">{t('routes.good')}</Alert>;
}
