import { Alert, Button, Group, Radio } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentificationMethod } from '@/shared/api/types';
import { DateTime, ErrorState } from '@/shared/components';
import { identify } from '../api';
import type { Conclusion } from '../types';

const METHODS: readonly IdentificationMethod[] = ['PERSONALLY', 'DOCUMENT', 'ESIA'];

interface Props {
  requestId: string;
  identification: Conclusion['identification'];
  onIdentified: (identification: NonNullable<Conclusion['identification']>) => void;
}

/** How it was made sure who the patient is: noted here when no call has asked before. A conclusion without it is refused. */
export function Identification({ requestId, identification, onIdentified }: Props) {
  const { t } = useTranslation('signing');
  const queries = useQueryClient();
  const [method, setMethod] = useState<IdentificationMethod | null>(null);
  const note = useMutation({
    mutationFn: (chosen: IdentificationMethod) => identify(requestId, chosen),
    onSuccess: (_, chosen) => {
      onIdentified({ method: chosen, at: new Date().toISOString() });
      void queries.invalidateQueries({ queryKey: ['requests'] });
    },
  });
  if (identification !== null) {
    return (
      <p className="identified">
        <IconUserCheck size={18} aria-hidden />
        <span>{t('identification.done', { method: t(`identification.method.${identification.method}`) })} <DateTime instant={identification.at} /></span>
      </p>
    );
  }
  return (
    <Alert color="yellow" variant="light" id="identification" tabIndex={-1} title={t('identification.title')} className="identification">
      <p>{t('identification.text')}</p>
      {note.isError && <ErrorState error={note.error} />}
      <Radio.Group aria-label={t('identification.title')} value={method ?? ''} onChange={(value) => setMethod(value as IdentificationMethod)}>
        <div className="form-choices form-choices-column">
          {METHODS.map((each) => <Radio key={each} value={each} label={t(`identification.choice.${each}`)} />)}
        </div>
      </Radio.Group>
      <Group mt="xs">
        <Button size="xs" disabled={method === null} loading={note.isPending} onClick={() => method && note.mutate(method)}>{t('identification.save')}</Button>
      </Group>
    </Alert>
  );
}
