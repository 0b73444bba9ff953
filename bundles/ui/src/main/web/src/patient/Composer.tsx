import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Conversation } from '@/features/chat/model/Conversation';
import { ACCEPTED, filesOf, nameOfFile } from '@/features/documents/files';
import { MAX_TEXT } from '@/features/chat/model/types';
import { useDraftText } from '@/features/chat/model/useDraftText';
import { fill, plural, useLanguage } from './language';
import { Unsent } from './Unsent';

interface Props {
  conversation: Conversation;
  closed: boolean;
  /** Where the text is kept while it is typed. */
  draft: string;
  ready: boolean;
}

const MAX_HEIGHT_PX = 160;

/** On a touch keyboard Enter begins a new line, elsewhere it sends. */
const typesByTouch = (): boolean => window.matchMedia('(pointer: coarse)').matches;

/** Text and files to the doctor; nothing at all once the consultation is finished. */
export function Composer({ conversation, closed, draft, ready }: Props) {
  const { language, texts } = useLanguage();
  const [text, setText] = useDraftText(draft);
  const [problem, setProblem] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight + 2, MAX_HEIGHT_PX)}px`;
  }, [text]);

  if (closed) {
    return text.trim() === '' ? null : (
      <div className="composer">
        <Unsent text={text} />
      </div>
    );
  }

  const tooMany = text.trim().length - MAX_TEXT;
  const submit = () => {
    const words = text.trim();
    if (!ready || words === '' || tooMany > 0) return;
    conversation.outbox.sendText(words);
    setText('');
    area.current?.focus();
  };
  const sendFiles = (files: Iterable<File>) => {
    setProblem(null);
    for (const file of files) {
      if (file.size === 0) setProblem(fill(texts.composer.emptyFile, { name: file.name }));
      else conversation.outbox.sendFile(file, nameOfFile(file));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || typesByTouch()) return;
    event.preventDefault();
    submit();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = filesOf(event.clipboardData);
    if (files.length === 0 || !ready) return;
    event.preventDefault();
    sendFiles(files);
  };
  return (
    <form
      className="composer"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="composer-row">
        <FileButton label={texts.composer.photo} accept="image/*" camera disabled={!ready} onFiles={sendFiles} />
        <FileButton label={texts.composer.attach} accept={ACCEPTED} disabled={!ready} onFiles={sendFiles} />
        <textarea
          ref={area}
          rows={1}
          value={text}
          aria-label={texts.composer.label}
          placeholder={texts.composer.label}
          aria-invalid={tooMany > 0 || undefined}
          aria-describedby="composer-problem"
          enterKeyHint="enter"
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button type="submit" className="primary send" disabled={!ready || text.trim() === '' || tooMany > 0} aria-label={texts.composer.send} title={texts.composer.send}>
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden fill="currentColor"><path d="M3.4 20.4 21.5 12 3.4 3.6 3 10l11 2-11 2z" /></svg>
        </button>
      </div>
      <p className="problem" id="composer-problem" role="alert">
        {tooMany > 0 ? plural(language, texts.composer.tooLong, tooMany) : problem}
      </p>
    </form>
  );
}

interface FileButtonProps {
  label: string;
  accept: string;
  camera?: boolean;
  disabled: boolean;
  onFiles: (files: Iterable<File>) => void;
}

function FileButton({ label, accept, camera = false, disabled, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={camera ? 'icon camera' : 'icon'} aria-label={label} title={label} disabled={disabled} onClick={() => input.current?.click()}>
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round" strokeLinecap="round">
          {camera
            ? <path d="M4 8h3l2-3h6l2 3h3v11H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z" />
            : <path d="m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4L14.5 7.5" />}
        </svg>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={!camera}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          onFiles(Array.from(event.currentTarget.files ?? []));
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
