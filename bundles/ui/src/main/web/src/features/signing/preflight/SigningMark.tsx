import '../signing.css';
import { IconCircleCheck, IconCircleDashed, IconAlertCircle, IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { awaitingQuery } from '../api';
import { usePreflight, type Verdict } from './usePreflight';

const ICON: Record<Verdict, typeof IconCircleCheck> = {
  checking: IconCircleDashed, ready: IconCircleCheck, demonstration: IconCircleCheck, 'not-ready': IconAlertCircle,
};

/** One mark in the frame: whether this workplace can sign today; and how many conclusions wait for it. */
export default function SigningMark() {
  const { t } = useTranslation('signing');
  const { verdict } = usePreflight();
  const awaiting = useQuery({ ...awaitingQuery, enabled: verdict !== null });
  if (verdict === null) return null;
  const Icon = ICON[verdict];
  const count = awaiting.data?.length ?? 0;
  return (
    <div className="signing-mark">
      {count > 0 && (
        <Link to="/signing/awaiting" className="signing-mark-link">
          <IconSignature size={16} aria-hidden />
          <span>{t('awaiting.title')}</span>
          <span className="count count-quiet">{count}</span>
        </Link>
      )}
      <Link to="/signing/workplace" className={`signing-mark-link signing-mark-${verdict}`}>
        <Icon size={16} aria-hidden />
        <span>{t(`preflight.mark.${verdict}`)}</span>
      </Link>
    </div>
  );
}
