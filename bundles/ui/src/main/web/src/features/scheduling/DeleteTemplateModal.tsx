import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ScheduleTemplate } from '@/shared/api/types';
import { notify } from '@/shared/notices';
import { ConfirmModal } from './ConfirmModal';
import { deleteTemplate } from './endpoints';

export function DeleteTemplateModal({ template, onClose }: { template: ScheduleTemplate | null; onClose: () => void }) {
  const { t } = useTranslation('scheduling');
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: deleteTemplate,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['scheduling'] });
      notify('done', t('form.deleted'));
      onClose();
    },
  });
  return (
    <ConfirmModal
      target={template}
      title={t('form.deleteTitle')}
      text={template ? t('form.deleteText', { title: template.title }) : ''}
      action={t('delete')}
      mutation={remove}
      onClose={onClose}
    />
  );
}
