import { IconFlagFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '@/shared/api/types';
import { StateChip } from '@/shared/components';
import { useFormat } from '@/shared/session';

/** What the patient's answers raised, in one chip: a flag and the route's own words. Nothing for nothing. */
export function RedFlags({ flags }: { flags: readonly LocalText[] }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  if (flags.length === 0) return null;
  const said = flags.map((flag) => format.text(flag)).join('; ');
  return (
    <span className="red-flags" title={`${t('redFlags.title')}: ${said}`}>
      <StateChip tone="bad" icon={<IconFlagFilled size={13} aria-hidden />}>
        <span className="sr-only">{t('redFlags.title')}: </span>
        <span>{said}</span>
      </StateChip>
    </span>
  );
}
