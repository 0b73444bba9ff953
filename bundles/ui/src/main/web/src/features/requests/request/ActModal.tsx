import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { ErrorState } from '@/shared/components';
import { TEXT_LIMIT } from './FinishModal';
import { useClosing } from './useClosing';

interface Props {
  request: ConsultationRequest;
  opened: boolean;
  onClose: () => void;
  /** The part of the texts: `title`, `text`, `reason`, `reasonMissing`, `done`. */
  texts: 'reopen' | 'handOver' | 'move' | 'giveBack' | 'accept' | 'resubmit';
  /** Another wording of these texts. */
  context?: string;
  /** Else a word to it may be left out. */
  reasonRequired?: boolean;
  act: (text: string) => Promise<ConsultationRequest>;
  /** What is chosen before the reason; says what is missing when something is. */
  children?: ReactNode;
  missing?: string | null;
  onTried?: () => void;
}

/** An act on a request with the reason that everybody concerned reads in its history. */
export function ActModal({ request, opened, onClose, texts, context, reasonRequired = true, act, children, missing = null, onTried }: Props) {
  const { t } = useTranslation('requests');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const done = useClosing(request, (reason: string) => act(reason), t(`${texts}.done`), () => {
    setText('');
    onClose();
  });
  const { reset } = done;
  useEffect(() => {
    if (opened) {
      setTried(false);
      reset();
    }
  }, [opened, reset]);
  const noText = reasonRequired && text.trim() === '';
  return (
    <Modal opened={opened} onClose={onClose} title={t(`${texts}.title`)} closeButtonProps={{ 'aria-label': t('common:close') }} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          onTried?.();
          if (missing === null && noText) input.current?.focus();
          else if (missing === null) done.mutate(text.trim());
        }}
      >
        <Text size="sm" mb="sm">{t(`${texts}.text`, { name: request.name, context })}</Text>
        {done.isError && <div className="mb"><ErrorState error={done.error} /></div>}
        {children}
        {tried && missing !== null && <Text size="sm" className="problem" role="alert" mb="sm">{missing}</Text>}
        <Textarea
          ref={input}
          label={t(`${texts}.reason`)}
          required={reasonRequired}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={TEXT_LIMIT}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={tried && noText ? t(`${texts}.reasonMissing`) : undefined}
          mb="md"
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" loading={done.isPending}>{t(`${texts}.submit`)}</Button>
        </Group>
      </form>
    </Modal>
  );
}
