import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Store } from '@/shared/store';
import { LevelMeter } from '../rtc/sound';

export const useStore = <T,>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.snapshot);

/** The clock, for what changes by itself. */
export function useNow(everyMs = 1_000, running = true): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, running]);
  return now;
}

/** Gives a media element its stream: React has no property for it. */
export function useStream<E extends HTMLMediaElement>(stream: MediaStream | null) {
  const element = useRef<E>(null);
  useEffect(() => {
    const media = element.current;
    if (!media || media.srcObject === stream) return;
    media.srcObject = stream;
    // «autoplay» begins by itself; this is for browsers that paused a stream that had no tracks yet.
    if (stream) void media.play?.().catch(() => {});
  }, [stream]);
  return element;
}

const SAMPLE_MS = 120;

/** Loudness of a track, 0 to 1. */
export function useLevel(track: MediaStreamTrack | null): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (!track) return;
    const meter = new LevelMeter(track);
    const timer = setInterval(() => setLevel(meter.level()), SAMPLE_MS);
    return () => {
      clearInterval(timer);
      meter.close();
      setLevel(0);
    };
  }, [track]);
  return level;
}

const SPEECH = 0.04;

/** For how long a track has been silent, in milliseconds; 0 while it is off. */
export function useSilence(track: MediaStreamTrack | null): number {
  const [silent, setSilent] = useState(0);
  useEffect(() => {
    if (!track) return;
    const meter = new LevelMeter(track);
    let last = Date.now();
    const timer = setInterval(() => {
      if (meter.level() > SPEECH) last = Date.now();
      setSilent(Date.now() - last);
    }, 500);
    return () => {
      clearInterval(timer);
      meter.close();
      setSilent(0);
    };
  }, [track]);
  return silent;
}
