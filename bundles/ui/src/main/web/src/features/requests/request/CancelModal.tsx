import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { ErrorState } from '@/shared/components';
import { cancelRequest } from '../api';
import { TEXT_LIMIT } from './FinishModal';
import { useClosing } from './useClosing';

interface Props {
  request: ConsultationRequest;
  opened: boolean;
  onClose: () => void;
}

/** «Отменить заявку»: why is written down, because everybody concerned is told of it. */
export function CancelModal({ request, opened, onClose }: Props) {
  const { t } = useTranslation('requests');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const cancel = useClosing(request, () => cancelRequest(request.id, { text: text.trim(), version: request.version }), t('cancel.done'), onClose);
  const { reset } = cancel;
  useEffect(() => {
    if (opened) {
      setTried(false);
      reset();
    }
  }, [opened, reset]);
  const missing = text.trim() === '';

  return (
    <Modal opened={opened} onClose={onClose} title={t('cancel.title')} closeButtonProps={{ 'aria-label': t('common:close') }} size="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (missing) input.current?.focus();
          else cancel.mutate(undefined);
        }}
      >
        <Text size="sm" mb="sm">{t('cancel.text', { name: request.name, context: request.visitStart === null ? 'noVisit' : undefined })}</Text>
        {cancel.isError && <div className="mb"><ErrorState error={cancel.error} /></div>}
        <Textarea
          ref={input}
          data-autofocus
          label={t('cancel.reason')}
          required
          autosize
          minRows={3}
          maxRows={8}
          maxLength={TEXT_LIMIT}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={tried && missing ? t('cancel.reasonMissing') : undefined}
          mb="md"
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('cancel.keep')}</Button>
          <Button type="submit" color="red" loading={cancel.isPending} disabled={request.state !== 'IN_WORK'}>{t('cancel.title')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
