import { useEffect, useRef, useState } from 'react';
import type { Call, CallState } from '../model/Call';

export interface CaptionLine {
  id: number;
  name: string;
  text: string;
}

interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  onresult: ((event: { resultIndex: number; results: ArrayLike<{ isFinal: boolean; 0: { transcript: string } }> }) => void) | null;
  onend: (() => void) | null;
  start(track?: MediaStreamTrack): void;
  abort(): void;
}

interface RecognitionClass {
  new (): Recognition;
  available?: (options: { langs: string[]; processLocally: boolean }) => Promise<string>;
}

const SHOWN_MS = 8_000;
const LANGUAGES = { ru: 'ru-RU', en: 'en-US' } as const;

/**
 * Captions of the others' voices where the browser recognises speech on this computer. What sends the voice to a foreign server is not
 * used: a consultation is not for others' ears.
 */
export function useCaptions(call: Call, state: CallState, language: 'ru' | 'en') {
  const [offered, setOffered] = useState(false);
  const [on, setOn] = useState(false);
  const [lines, setLines] = useState<readonly CaptionLine[]>([]);
  const last = useRef(0);

  useEffect(() => {
    let current = true;
    const Class = recognition();
    void Class?.available?.({ langs: [LANGUAGES[language]], processLocally: true })
      .then((word) => current && setOffered(word === 'available'))
      .catch(() => {});
    return () => {
      current = false;
    };
  }, [language]);

  const voices = state.peers.map((peer) => ({ id: peer.participantId, track: peer.streams.microphone?.getAudioTracks()[0] ?? null }));
  const key = voices.map(({ id, track }) => `${id}:${track?.id ?? ''}`).join(' ');
  useEffect(() => {
    const Class = recognition();
    if (!on || !offered || !Class) return;
    let stopped = false;
    const running = voices.flatMap(({ id, track }) => {
      if (!track) return [];
      const each = new Class();
      each.lang = LANGUAGES[language];
      each.continuous = true;
      each.interimResults = false;
      each.processLocally = true;
      each.onresult = ({ resultIndex, results }) => {
        const text = Array.from({ length: results.length - resultIndex }, (_, i) => results[resultIndex + i]![0].transcript).join(' ').trim();
        if (text === '') return;
        const line = { id: ++last.current, name: call.snapshot().room?.participants.find((other) => other.id === id)?.name ?? '', text };
        setLines((now) => [...now.slice(-2), line]);
        setTimeout(() => setLines((now) => now.filter((other) => other.id !== line.id)), SHOWN_MS);
      };
      // It ends by itself after a silence.
      each.onend = () => {
        if (!stopped && track.readyState === 'live') each.start(track);
      };
      each.start(track);
      return [each];
    });
    return () => {
      stopped = true;
      running.forEach((each) => each.abort());
      setLines([]);
    };
    // The list of voices is made anew with each render; its key tells whether it is another one.
  }, [on, offered, language, key, call]);

  return { offered, on, toggle: () => setOn(!on), lines };
}

const recognition = (): RecognitionClass | undefined =>
  (window as { SpeechRecognition?: RecognitionClass }).SpeechRecognition ?? (window as { webkitSpeechRecognition?: RecognitionClass }).webkitSpeechRecognition;
