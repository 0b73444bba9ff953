import { Autocomplete, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/components';
import { notify } from '@/shared/notices';
import { changeFile, type OwnFile } from './endpoints';

interface Props {
  file: OwnFile | null;
  folders: readonly string[];
  onClose: () => void;
}

/** A file's name and folder. */
export function ChangeModal({ file, folders, onClose }: Props) {
  const { t } = useTranslation('documents');
  return (
    <Modal opened={file !== null} onClose={onClose} title={t('renameTitle')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {file && <ChangeForm key={file.id} file={file} folders={folders} onClose={onClose} />}
    </Modal>
  );
}

const MAX_NAME = 255;
const MAX_FOLDER = 100;

function ChangeForm({ file, folders, onClose }: { file: OwnFile; folders: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const queries = useQueryClient();
  const [name, setName] = useState(file.name);
  const [folder, setFolder] = useState(file.folder);
  const [tried, setTried] = useState(false);
  const problem = name.trim() === '' ? t('nameNeeded') : name.trim().length > MAX_NAME ? t('nameTooLong') : null;
  const change = useMutation({
    mutationFn: () => changeFile(file.id, name.trim(), folder.trim()),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['documents'] });
      notify('done', t('saved'));
      onClose();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problem === null) change.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput data-autofocus label={t('name')} description={t('nameHint')} value={name} error={tried ? problem : null} onChange={(event) => setName(event.currentTarget.value)} />
        <Autocomplete label={t('folder')} description={t('folderHint')} data={[...folders]} value={folder} maxLength={MAX_FOLDER} onChange={setFolder} />
        {change.isError && <ErrorState error={change.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" loading={change.isPending}>{t('common:save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
