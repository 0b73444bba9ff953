import type { Outbox, Outgoing } from '@/features/chat/model/Outbox';
import { fileSize } from '@/shared/format';
import { fill, useLanguage } from './language';
import { errorText } from './refusals';

/** A message that is not with the server yet: on its way, waiting for the connection, or refused. */
export function OutgoingBubble({ item, outbox }: { item: Outgoing; outbox: Outbox }) {
  const { language, texts } = useLanguage();
  const uploading = item.state === 'sending' && item.file !== null && !item.file.uploaded;
  const percent = Math.round((item.file?.progress ?? 0) * 100);
  return (
    <li className={`message mine out ${item.state}`}>
      <span className="vh">{texts.chat.you}</span>
      {item.text !== null && <p className="text">{item.text}</p>}
      {item.file && (
        <span className="file">
          <span className="file-name">{item.file.name}</span>
          <span className="file-size">{fileSize(item.file.size, language)}</span>
        </span>
      )}
      {uploading && <progress value={percent} max={100} aria-label={fill(texts.chat.uploading, { percent })} />}
      <span className="meta" role="status">
        {item.state === 'sending' && (uploading ? fill(texts.chat.uploading, { percent }) : texts.chat.sending)}
        {item.state === 'waiting' && texts.chat.waiting}
        {item.state === 'failed' && `${texts.chat.failed} ${item.failure ? errorText(texts, item.failure.code) : ''}`}
      </span>
      {item.state !== 'sending' && (
        <span className="out-actions">
          <button type="button" onClick={() => outbox.retry(item.id)}>{texts.chat.retry}</button>
          <button type="button" onClick={() => outbox.discard(item.id)}>{texts.chat.discard}</button>
        </span>
      )}
      {uploading && (
        <span className="out-actions">
          <button type="button" onClick={() => outbox.discard(item.id)}>{texts.chat.cancelUpload}</button>
        </span>
      )}
    </li>
  );
}
