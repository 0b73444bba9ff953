import { useTranslation } from 'react-i18next';
import { StateChip, type Tone } from '@/shared/components';
import type { ConclusionDocument, DocumentState } from '../types';

const TONE: Record<DocumentState, Tone> = { MADE: 'neutral', AWAITING: 'warning', CHECKING: 'info', SIGNED: 'good', UPLOADED: 'neutral' };

export function DocumentStateChip({ document }: { document: Pick<ConclusionDocument, 'state'> }) {
  const { t } = useTranslation('signing');
  return <StateChip tone={TONE[document.state]}>{t(`state.${document.state}`)}</StateChip>;
}
