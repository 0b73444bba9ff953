import { IconPhone, IconPhoneOff, IconVideoOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { ring as ringSound } from '../rtc/sound';
import { useCallTexts } from '../screen/texts';

interface Props {
  byName: string;
  onAnswer: (camera: boolean) => void;
  onDecline: () => void;
}

const FLASH_MS = 1_000;

/** The doctor rings: over everything, with sound, in the title too, for a tab that is not looked at. */
export function RingScreen({ byName, onAnswer, onDecline }: Props) {
  const { t } = useCallTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    const stop = ringSound();
    const title = document.title;
    let flash = false;
    const timer = setInterval(() => {
      flash = !flash;
      document.title = flash ? `☎ ${t('ring.incoming')}` : title;
    }, FLASH_MS);
    navigator.vibrate?.([400, 200, 400]);
    return () => {
      stop();
      clearInterval(timer);
      document.title = title;
      navigator.vibrate?.(0);
    };
  }, [t]);
  return (
    // Closing it with Escape would be neither an answer nor a refusal.
    <dialog ref={dialog} className="ring" aria-labelledby="ring-title" onCancel={(event) => event.preventDefault()}>
      <span className="ring-wave" aria-hidden><IconPhone size={44} stroke={1.6} /></span>
      <h2 id="ring-title">{t('ring.incoming')}</h2>
      <p>{t('ring.incomingBy', { name: byName })}</p>
      <div className="ring-buttons">
        <button type="button" className="ring-answer" autoFocus onClick={() => onAnswer(true)}><IconPhone size={26} aria-hidden /> {t('ring.answer')}</button>
        <button type="button" className="ring-quiet" onClick={() => onAnswer(false)}><IconVideoOff size={20} aria-hidden /> {t('ring.answerSound')}</button>
        <button type="button" className="ring-decline" onClick={onDecline}><IconPhoneOff size={24} aria-hidden /> {t('ring.decline')}</button>
      </div>
    </dialog>
  );
}
