import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/session';
import type { ConclusionSaver, SaverView } from './ConclusionSaver';

/** The conclusion was written elsewhere meanwhile: nothing is overwritten before the doctor has chosen. */
export function ConflictNote({ saver, view }: { saver: ConclusionSaver; view: SaverView }) {
  const { t } = useTranslation('signing');
  const format = useFormat();
  if (view.save.kind !== 'conflict') return null;
  const at = view.save.theirs.savedAt;
  return (
    <Alert color="yellow" variant="light" role="alert" title={t('conflict.title')} mb="sm">
      <p>{t('conflict.text', { time: at === null ? '' : format.dateTime(at) })}</p>
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={() => saver.resolve('mine')}>{t('conflict.mine')}</Button>
        <Button size="xs" variant="default" onClick={() => saver.resolve('theirs')}>{t('conflict.theirs')}</Button>
      </Group>
    </Alert>
  );
}
