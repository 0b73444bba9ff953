import { useLanguage } from './language';

/** One tick: with the server; two: the doctor has read it. Also in words for those who do not see it. */
export function ReadMark({ read }: { read: boolean }) {
  const { texts } = useLanguage();
  const label = read ? texts.chat.read : texts.chat.sent;
  return (
    <span className="mark" title={label}>
      <svg viewBox="0 0 20 12" width="18" height="11" aria-hidden>
        <path d="M1 6.5 4.5 10 12 2" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
        {read && <path d="m8.5 9 1 1L18 2" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />}
      </svg>
      <span className="vh">{label}</span>
    </span>
  );
}
