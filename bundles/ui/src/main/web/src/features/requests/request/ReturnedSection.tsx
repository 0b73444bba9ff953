import { Alert } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';

/** What the filer has to mend. */
export function ReturnedSection({ request }: { request: ConsultationRequest }) {
  const { t } = useTranslation('requests');
  return (
    <Alert color="yellow" variant="light" icon={<IconArrowBackUp aria-hidden />} title={t('giveBack.returned')}>
      <p className="typed">{request.returnReason}</p>
    </Alert>
  );
}
