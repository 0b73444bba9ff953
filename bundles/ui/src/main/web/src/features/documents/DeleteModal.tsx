import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/components';
import { notify } from '@/shared/notices';
import { deleteFile } from './endpoints';

/** Deleting cannot be undone, so it is asked first. */
export function DeleteModal({ file, onClose }: { file: { id: string; name: string } | null; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (target: { id: string; name: string }) => deleteFile(target.id),
    onSuccess: (_, target) => {
      void queries.invalidateQueries({ queryKey: ['documents'] });
      notify('done', t('deleted', { name: target.name }));
      onClose();
    },
  });
  const { reset } = remove;
  useEffect(() => reset(), [file, reset]);
  return (
    <Modal opened={file !== null} onClose={onClose} title={t('deleteTitle')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {file && (
        <Stack gap="md">
          <Text className="wrap">{t('deleteText', { name: file.name })}</Text>
          {remove.isError && <ErrorState error={remove.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" data-autofocus onClick={onClose}>{t('common:cancel')}</Button>
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(file)}>{t('delete')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
