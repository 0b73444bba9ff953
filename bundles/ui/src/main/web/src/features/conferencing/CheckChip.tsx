import { IconDeviceDesktopCheck, IconDeviceDesktopX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '@/shared/components';
import type { DeviceCheckResult } from './model/types';

const TONES = { OK: 'good', LIMITED: 'warning', FAILED: 'bad' } as const;

/** The result of the patient's check in a line. */
export function CheckChip({ check }: { check: DeviceCheckResult | undefined }) {
  const { t } = useTranslation('conferencing');
  if (!check) return null;
  const Icon = check.outcome === 'OK' ? IconDeviceDesktopCheck : IconDeviceDesktopX;
  return (
    <span title={check.cause ? t(`check.causes.${check.cause}`) : undefined}>
      <StateChip tone={TONES[check.outcome]} icon={<Icon size={13} aria-hidden />}>{t(`check.${check.outcome}`)}</StateChip>
    </span>
  );
}
