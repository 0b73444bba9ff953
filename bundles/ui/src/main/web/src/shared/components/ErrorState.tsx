import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sayError } from '../i18n';

interface Props {
  error: unknown;
  retry?: () => void;
}

/** A failure in plain words, with a way to try again. */
export function ErrorState({ error, retry }: Props) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" role="alert" className="error-state" icon={<IconAlertTriangle aria-hidden />}>
      <div>{sayError(error)}</div>
      {retry && <Button mt="xs" size="xs" variant="default" onClick={retry}>{t('retry')}</Button>}
    </Alert>
  );
}
