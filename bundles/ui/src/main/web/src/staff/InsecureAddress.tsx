import { Anchor, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Over plain HTTP neither the session's cookie nor the camera works; only localhost is excepted. */
export function InsecureAddress() {
  const { t } = useTranslation();
  const address = `https://${window.location.hostname}${window.location.pathname}`;
  return (
    <main className="login">
      <Paper withBorder p="lg" maw={460} role="alert">
        <Title order={1} mb="xs">{t('login.insecure')}</Title>
        <Text mb="sm">{t('login.insecureText')}</Text>
        <Anchor href={address}>{t('login.insecureOpen', { address })}</Anchor>
      </Paper>
    </main>
  );
}
