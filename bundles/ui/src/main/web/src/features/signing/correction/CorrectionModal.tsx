import { Button, Group, Modal, Radio, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/components';
import { beginCorrection } from '../api';
import type { CorrectionKind } from '../types';

const KINDS: readonly CorrectionKind[] = ['VERSION', 'ADDENDUM'];
const REASON_LIMIT = 1000;

/** A correction after signing: a new version or an addendum, signed anew. What was signed stays. */
export function CorrectionModal({ requestId, opened, onClose }: { requestId: string; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('signing');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<CorrectionKind>('VERSION');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const begin = useMutation({
    mutationFn: () => beginCorrection(requestId, { kind, reason: reason.trim() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['signing'] });
      void navigate({ to: `/requests/${requestId}/conclusion` });
    },
  });
  const missing = reason.trim() === '';
  return (
    <Modal opened={opened} onClose={onClose} title={t('correction.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!missing) begin.mutate();
        }}
      >
        <Text size="sm" mb="sm">{t('correction.text')}</Text>
        {begin.isError && <div className="mb"><ErrorState error={begin.error} /></div>}
        <Radio.Group aria-label={t('correction.title')} value={kind} onChange={(value) => setKind(value as CorrectionKind)} mb="sm">
          <div className="form-choices form-choices-column">
            {KINDS.map((each) => <Radio key={each} value={each} label={t(`correction.kind.${each}`)} description={t(`correction.about.${each}`)} />)}
          </div>
        </Radio.Group>
        <Textarea
          label={t('correction.reason')}
          required
          autosize
          minRows={2}
          maxRows={6}
          maxLength={REASON_LIMIT}
          value={reason}
          error={tried && missing ? t('correction.reasonMissing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
          mb="md"
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" loading={begin.isPending}>{t('common:next')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
