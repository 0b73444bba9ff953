import { ActionIcon, AppShell, Burger, NavLink, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLogout } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { CallHost } from '@/features/conferencing/CallHost';
import { WaitingBell } from '@/features/conferencing/WaitingBell';
import { get } from '@/shared/api/client';
import type { RequestCounters, Unread } from '@/shared/api/types';
import { subscribeUpdating, updatingDomains } from '@/shared/api/updating';
import { useHint } from '@/shared/hooks/hints';
import { notify } from '@/shared/notices';
import { useSession } from '@/shared/session';
import { LanguageSwitch } from './LanguageSwitch';
import type { FrameMark } from '@/shared/page';
import { MENU, OPERATOR_MENU, type MenuItem } from './menu';
import { Shortcuts } from './Shortcuts';
import { useLive } from './useLive';

function Who() {
  const { t } = useTranslation();
  const { me, logOut } = useSession();
  return (
    <div className="who">
      <Text fw={600} truncate title={[me.surname, me.name, me.patronymic].filter(Boolean).join(' ')}>
        {me.shortName}
      </Text>
      <Tooltip label={t('frame.logout')}>
        <ActionIcon variant="subtle" aria-label={t('frame.logout')} onClick={() => void logOut()}>
          <IconLogout size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Count({ item, counters, unread }: { item: MenuItem; counters: RequestCounters | undefined; unread: Unread | undefined }) {
  const { t } = useTranslation();
  const lists: Partial<Record<MenuItem['id'], number>> = { requests: counters?.all, incoming: counters?.incoming, outgoing: counters?.outgoing };
  const isList = item.id in lists;
  const count = (isList ? lists[item.id] : item.id === 'messages' ? unread?.total : 0) ?? 0;
  if (count === 0) return null;
  const label = t(isList ? 'menu.inWork' : 'menu.unread', { count });
  return (
    <span className={isList ? 'count count-quiet' : 'count count-unread'} title={label}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

interface TabProps {
  item: MenuItem;
  path: string;
  counters?: RequestCounters | undefined;
  unread?: Unread | undefined;
  onOpen: () => void;
}

function Tab({ item, path, counters, unread, onOpen }: TabProps) {
  const { t } = useTranslation();
  const active = path === item.to || path.startsWith(`${item.to}/`);
  return (
    <NavLink
      component={Link}
      to={item.to}
      label={t(`menu.${item.id}`)}
      active={active}
      aria-current={active ? 'page' : undefined}
      leftSection={<item.icon size={18} stroke={1.6} aria-hidden />}
      rightSection={<Count item={item} counters={counters} unread={unread} />}
      className="menu-item"
      onClick={onOpen}
    />
  );
}

const marks = Object.values(import.meta.glob<FrameMark[]>('../features/*/frameMarks.ts', { eager: true, import: 'frameMarks' })).flat();

/** The frame: who works here and the log-out at the upper left, the nine tabs, the page. */
export function Shell() {
  const { t } = useTranslation();
  const { me } = useSession();
  const [opened, drawer] = useDisclosure(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const updating = useSyncExternalStore(subscribeUpdating, updatingDomains);
  const connected = useLive();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);

  const counters = useQuery({ queryKey: ['requests', 'counters'], queryFn: ({ signal }) => get<RequestCounters>('/api/requests/counters', undefined, signal) });
  const unread = useQuery({ queryKey: ['chat', 'unread'], queryFn: ({ signal }) => get<Unread>('/api/chat/unread', undefined, signal) });

  useHint((hint) => {
    if (hint.type === 'requests.handed-over') notify(hint.number === 1 ? 'done' : 'error', t(hint.number === 1 ? 'requests:handOver.received' : 'requests:handOver.gone'));
  });

  // A new page: the drawer goes, the content begins at its top, and a screen reader starts there.
  const { close } = drawer;
  useEffect(() => {
    if (shown.current === path) return;
    close();
    const sameSection = shown.current.split('/')[1] === path.split('/')[1];
    shown.current = path;
    window.scrollTo(0, 0);
    if (!sameSection) main.current?.focus({ preventScroll: true });
  }, [path, close]);

  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={0}
      transitionDuration={120}
      classNames={{ header: 'shell-header', navbar: 'shell-navbar', main: 'shell-main' }}
    >
      <a className="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t('frame.skip')}</a>
      <AppShell.Header hiddenFrom="sm">
        <Burger opened={opened} onClick={drawer.toggle} size="sm" aria-label={opened ? t('menu.close') : t('menu.open')} aria-expanded={opened} />
        <Who />
      </AppShell.Header>
      <AppShell.Navbar>
        <div className="who-desktop"><Who /></div>
        <Text size="xs" c="gray.7" className="organisation" title={me.organisationName}>{me.organisationName}</Text>
        <nav aria-label={t('menu.label')}>
          {MENU.map((item) => <Tab key={item.id} item={item} path={path} counters={counters.data} unread={unread.data} onOpen={drawer.close} />)}
        </nav>
        {me.roles.includes('OPERATOR') && (
          <nav aria-label={t('menu.operator')} className="operator-menu">
            <Text size="xs" c="gray.7" px={8}>{t('menu.operator')}</Text>
            {OPERATOR_MENU.map((item) => <Tab key={item.id} item={item} path={path} onOpen={drawer.close} />)}
          </nav>
        )}
        <div className="navbar-foot">
          <Suspense fallback={null}>{marks.map((mark) => <mark.component key={mark.id} />)}</Suspense>
          {me.region.logoText !== '' && <Text size="xs" c="gray.7">{me.region.logoText}</Text>}
          <Text size="xs" c="gray.7">{me.region.name}</Text>
          <LanguageSwitch />
          <Shortcuts />
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1}>
        <div aria-live="polite">
          {updating.length > 0 && <div className="updating">{t('frame.updating')}</div>}
          {updating.length === 0 && !connected && <div className="updating">{t('frame.offline')}</div>}
        </div>
        <WaitingBell />
        <Outlet />
        <CallHost />
      </AppShell.Main>
    </AppShell>
  );
}
