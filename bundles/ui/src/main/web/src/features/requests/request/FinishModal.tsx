import { Button, Group, Modal, Select, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeviceChecks } from '@/features/conferencing/deviceChecks';
import type { ConsultationRequest } from '@/shared/api/types';
import { ErrorState } from '@/shared/components';
import { useFormat } from '@/shared/session';
import { completeWithout } from '../api';
import { useClosing } from './useClosing';

/** «Технические неполадки» */
const TECHNICAL = 'technical';

/** The same limit as the server's. */
export const TEXT_LIMIT = 1000;

interface Props {
  request: ConsultationRequest;
  opened: boolean;
  onClose: () => void;
}

/** «Завершение без заключения»: the reason is obligatory, a text when the reason asks for one. */
export function FinishModal({ request, opened, onClose }: Props) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const [code, setCode] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const reasonInput = useRef<HTMLInputElement>(null);
  const textInput = useRef<HTMLTextAreaElement>(null);
  const finish = useClosing(
    request,
    () => completeWithout(request.id, { reason: code ?? '', text: text.trim() === '' ? null : text.trim(), version: request.version }),
    t('finish.done'),
    onClose,
  );
  const check = useDeviceChecks(opened ? [request.id] : []).get(request.id);
  const trouble = check?.outcome === 'FAILED' && check.cause ? t('conferencing:check.reason', { cause: t(`conferencing:check.causes.${check.cause}`) }) : null;
  const offersTechnical = request.reasons.some((offered) => offered.code === TECHNICAL);
  const { reset } = finish;
  useEffect(() => {
    if (opened) {
      setTried(false);
      reset();
    }
  }, [opened, reset]);
  // The patient's check found what does not work: that is offered as the reason, to be read and changed.
  useEffect(() => {
    if (!opened || trouble === null || !offersTechnical) return;
    setCode((chosen) => chosen ?? TECHNICAL);
    setText((typed) => (typed === '' ? trouble : typed));
  }, [opened, trouble, offersTechnical]);

  const reason = request.reasons.find((offered) => offered.code === code) ?? null;
  const textMissing = reason?.textRequired === true && text.trim() === '';
  const closed = !request.rights.finish;

  return (
    <Modal opened={opened} onClose={onClose} title={t('finish.title')} closeButtonProps={{ 'aria-label': t('common:close') }} size="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (code === null) reasonInput.current?.focus();
          else if (textMissing) textInput.current?.focus();
          else finish.mutate(undefined);
        }}
      >
        <Text size="sm" mb="sm">{t('finish.text', { name: request.name, context: request.patientName === null ? 'doctor' : undefined })}</Text>
        {finish.isError && <div className="mb"><ErrorState error={finish.error} /></div>}
        <Select
          ref={reasonInput}
          label={t('field.reason')}
          placeholder={t('finish.choose')}
          required
          data-autofocus
          data={request.reasons.map((offered) => ({ value: offered.code, label: format.text(offered.title) }))}
          value={code}
          onChange={setCode}
          error={tried && code === null ? t('finish.reasonMissing') : undefined}
          comboboxProps={{ withinPortal: true }}
          maxDropdownHeight={300}
          mb="sm"
        />
        <Textarea
          ref={textInput}
          label={t(reason?.textRequired ? 'finish.textRequired' : 'finish.textOptional')}
          required={reason?.textRequired === true}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={TEXT_LIMIT}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={tried && textMissing ? t('finish.textMissing') : undefined}
          mb="md"
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" loading={finish.isPending} disabled={closed}>{t('common:next')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
