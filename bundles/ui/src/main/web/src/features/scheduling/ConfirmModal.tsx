import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/components';

interface Props<T> {
  /** What is to be deleted; null: nothing is asked. */
  target: T | null;
  title: string;
  text: string;
  action: string;
  mutation: UseMutationResult<unknown, Error, T>;
  onClose: () => void;
}

/** Asks before something is gone. */
export function ConfirmModal<T>({ target, title, text, action, mutation, onClose }: Props<T>) {
  const { t } = useTranslation();
  const { reset } = mutation;
  useEffect(() => reset(), [target, reset]);
  return (
    <Modal opened={target !== null} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      {target !== null && (
        <Stack gap="md">
          <Text className="wrap">{text}</Text>
          {mutation.isError && <ErrorState error={mutation.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" data-autofocus onClick={onClose}>{t('cancel')}</Button>
            <Button color="red" loading={mutation.isPending} onClick={() => mutation.mutate(target)}>{action}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
