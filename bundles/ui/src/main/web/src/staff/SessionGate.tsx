import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, del, isApiError, onSessionLost } from '@/shared/api/client';
import type { Me } from '@/shared/api/types';
import { ErrorState } from '@/shared/components';
import { sayError } from '@/shared/i18n';
import { notify } from '@/shared/notices';
import { SessionContext } from '@/shared/session';
import { LoginForm, LoginPage } from './Login';
import { Notices } from './Notices';

const SESSION = '/api/identity/session';
const CHANNEL = 'consilium.session';
const LEFT = 'consilium.left';

/** A fresh page: nothing of the account that left stays in memory. */
function leave(address: string): void {
  sessionStorage.clear();
  sessionStorage.setItem(LEFT, 'yes');
  window.location.replace(address);
}

/** Shows the pages to whoever is logged in, and the log-in to everybody else. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [me, setMe] = useState<Me | null | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(null);
  const [lost, setLost] = useState(false);
  const [left, setLeft] = useState(() => sessionStorage.getItem(LEFT) !== null);

  const look = useCallback(async () => {
    try {
      setFailure(null);
      setMe(await call<Me>(SESSION, { expects401: true }));
    } catch (error) {
      if (isApiError(error) && error.status === 401) setMe(null);
      else setFailure(error);
    }
  }, []);

  useEffect(() => {
    void look();
  }, [look]);

  useEffect(() => {
    onSessionLost(() => setLost(true));
    // «Назад» after the log-out must not show the page that the browser kept in memory.
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener('pageshow', shown);
    return () => {
      onSessionLost(() => {});
      window.removeEventListener('pageshow', shown);
    };
  }, []);

  // A log-out in one tab is a log-out in all of them.
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => leave('/');
    return () => channel.close();
  }, []);

  const logOut = useCallback(async () => {
    try {
      await del(SESSION);
    } catch (error) {
      if (!isApiError(error) || error.status !== 401) {
        notify('error', sayError(error));
        return;
      }
    }
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('left');
    channel.close();
    leave('/');
  }, []);

  const entered = (next: Me) => {
    sessionStorage.removeItem(LEFT);
    setLeft(false);
    if (me && me.accountId !== next.accountId) {
      // Somebody else logged in where a session had ended: what was open belongs to the other account.
      window.location.replace('/');
      return;
    }
    setMe(next);
    setLost(false);
    void queries.invalidateQueries();
  };

  const session = useMemo(() => (me ? { me, lost, logOut } : null), [me, lost, logOut]);

  if (me === undefined) {
    return failure === null ? null : (
      <main className="login">
        <div className="login-failure">
          <h1 className="login-heading">{t('login.checkFailed')}</h1>
          <ErrorState error={failure} retry={() => void look()} />
        </div>
      </main>
    );
  }
  if (!session) return <LoginPage onEntered={entered} left={left} />;
  return (
    <SessionContext value={session}>
      <div key={session.me.accountId} className="session">{children}</div>
      <Notices />
      <Modal
        opened={lost}
        onClose={() => {}}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        title={t('login.again')}
        size="sm"
      >
        <p className="login-again">{t('login.againText')}</p>
        <LoginForm onEntered={entered} />
      </Modal>
    </SessionContext>
  );
}
