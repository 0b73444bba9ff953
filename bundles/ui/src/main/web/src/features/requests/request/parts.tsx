import { useTranslation } from 'react-i18next';
import type { ConsultationRequest } from '@/shared/api/types';
import { RequestFiles } from '../../documents/RequestFiles';
import { History } from './History';
import { Section } from './Section';

interface Props {
  request: ConsultationRequest;
}

export function CommentSection({ request }: Props) {
  const { t } = useTranslation('requests');
  return (
    <Section id="comment" title={t(request.represented === null ? 'request.comment' : 'request.commentRepresentative')}>
      <p className="typed">{request.comment}</p>
    </Section>
  );
}

export function FilesSection({ request }: Props) {
  const { t } = useTranslation('requests');
  return <Section id="files" title={t('request.files')}><RequestFiles requestId={request.id} closed={request.state !== 'IN_WORK'} /></Section>;
}

export function HistorySection({ request }: Props) {
  const { t } = useTranslation('requests');
  return <Section id="history" title={t('request.history')}><History requestId={request.id} /></Section>;
}
