import { Alert, Button, Paper, PasswordInput, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, isApiError } from '@/shared/api/client';
import type { Me } from '@/shared/api/types';
import { sayError } from '@/shared/i18n';
import { LanguageSwitch } from './LanguageSwitch';

interface FormProps {
  onEntered: (me: Me) => void;
}

/** Account data; a refusal is said in one plain sentence and the password is asked for again. */
export function LoginForm({ onEntered }: FormProps) {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<{ login: boolean; password: boolean }>({ login: false, password: false });
  const [capsLock, setCapsLock] = useState(false);
  const [shown, setShown] = useState(false);
  const passwordInput = useRef<HTMLInputElement>(null);
  const loginInput = useRef<HTMLInputElement>(null);

  const enter = useMutation({
    mutationFn: () => call<Me>('/api/identity/session', { method: 'POST', body: { login: login.trim(), password }, expects401: true }),
    onSuccess: onEntered,
    onError: (error) => {
      if (isApiError(error, 'identity.wrong-credentials')) {
        setPassword('');
        passwordInput.current?.focus();
      }
    },
  });

  const keys = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const lacks = { login: login.trim() === '', password: password === '' };
        setMissing(lacks);
        if (lacks.login) loginInput.current?.focus();
        else if (lacks.password) passwordInput.current?.focus();
        else enter.mutate();
      }}
    >
      {enter.isError && <Alert color="red" variant="light" role="alert" mb="sm">{sayError(enter.error)}</Alert>}
      <TextInput
        ref={loginInput}
        label={t('login.login')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        autoFocus
        maxLength={200}
        value={login}
        error={missing.login && login.trim() === '' ? t('login.enterLogin') : undefined}
        onChange={(event) => setLogin(event.currentTarget.value)}
        mb="sm"
      />
      <PasswordInput
        ref={passwordInput}
        label={t('login.password')}
        name="password"
        autoComplete="current-password"
        maxLength={1000}
        value={password}
        error={missing.password && password === '' ? t('login.enterPassword') : undefined}
        description={capsLock ? t('login.capsLock') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => setPassword(event.currentTarget.value)}
        onKeyUp={keys}
        onKeyDown={keys}
        visible={shown}
        onVisibilityChange={setShown}
        visibilityToggleButtonProps={{ 'aria-label': t(shown ? 'login.hide' : 'login.show'), tabIndex: 0 }}
        mb="md"
      />
      <Button type="submit" fullWidth size="md" loading={enter.isPending}>{t('login.submit')}</Button>
    </form>
  );
}

/** The log-in window. */
export function LoginPage({ onEntered, left }: FormProps & { left: boolean }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('login.title')} · ${t('product')}`;
  }, [t]);
  return (
    <main className="login">
      <div className="login-box">
        <div className="login-brand">
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <span>{t('product')}</span>
        </div>
        {left && <Text size="sm" role="status" mb="xs" className="login-left">{t('login.loggedOut')}</Text>}
        <Paper withBorder p="lg">
          <Title order={1} mb="md">{t('login.title')}</Title>
          <LoginForm onEntered={onEntered} />
          <Text size="sm" c="gray.7" mt="md">{t('login.forgotten')}</Text>
        </Paper>
        <LanguageSwitch />
      </div>
    </main>
  );
}
