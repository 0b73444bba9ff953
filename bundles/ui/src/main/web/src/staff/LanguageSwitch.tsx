import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage, sayError, switchLanguage } from '@/shared/i18n';
import { ApiError } from '@/shared/api/client';
import { notify } from '@/shared/notices';

export function LanguageSwitch() {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('frame.language')}
      data={[{ value: 'ru', label: 'Русский' }, { value: 'en', label: 'English' }]}
      value={currentLanguage()}
      onChange={(value) => {
        switchLanguage(value === 'en' ? 'en' : 'ru').catch(() => notify('error', sayError(new ApiError(0, 'client.no-connection'))));
      }}
    />
  );
}
