import { ActionIcon, Textarea } from '@mantine/core';
import { IconPaperclip, IconSend2 } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from './model/Conversation';
import { ACCEPTED, filesOf } from '@/features/documents/files';
import { MAX_TEXT } from './model/types';
import { useDraftText } from './model/useDraftText';

interface Props {
  conversation: Conversation;
  requestId: string;
  closed: boolean;
  /** Whether the chat takes messages now; while it is being created one can type already. */
  ready: boolean;
  onFiles: (files: Iterable<File>) => void;
}

/** Text and files of the doctor. In a closed chat only what was typed and not sent is still to be seen. */
export function Composer({ conversation, requestId, closed, ready, onFiles }: Props) {
  const { t } = useTranslation('chat');
  const [text, setText] = useDraftText(`consilium.chat.draft.${requestId}`);
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // On a phone the focus would raise the keyboard over the messages.
    if (window.matchMedia('(pointer: fine)').matches) area.current?.focus({ preventScroll: true });
  }, []);

  if (closed) {
    return text.trim() === '' ? null : (
      <div className="chat-unsent">
        <p><strong>{t('unsent')}</strong></p>
        <p className="bubble-text" tabIndex={0}>{text}</p>
      </div>
    );
  }

  const words = text.trim();
  const tooMany = words.length - MAX_TEXT;
  const send = () => {
    if (!ready || words === '' || tooMany > 0) return;
    conversation.outbox.sendText(words);
    setText('');
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = filesOf(event.clipboardData);
    if (files.length === 0 || !ready) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <form
      className="chat-composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ActionIcon variant="subtle" color="gray.7" size={36} disabled={!ready} aria-label={t('attach')} title={t('attach')} onClick={() => picker.current?.click()}>
        <IconPaperclip size={20} aria-hidden />
      </ActionIcon>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label={t('attach')}
        onChange={(event) => {
          onFiles(Array.from(event.currentTarget.files ?? []));
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <Textarea
        ref={area}
        className="chat-composer-text"
        aria-label={t('write')}
        placeholder={t('write')}
        title={t('writeHint')}
        autosize
        minRows={1}
        maxRows={8}
        value={text}
        error={tooMany > 0 ? t('tooLong', { count: tooMany }) : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <ActionIcon type="submit" variant="filled" size={36} disabled={!ready || words === '' || tooMany > 0} aria-label={t('send')} title={t('writeHint')}>
        <IconSend2 size={20} aria-hidden />
      </ActionIcon>
    </form>
  );
}
