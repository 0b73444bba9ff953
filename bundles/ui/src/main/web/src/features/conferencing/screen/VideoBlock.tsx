import { useMemo, useState } from 'react';
import type { Call, CallState } from '../model/Call';
import { useStore } from './hooks';
import { Tile } from './Tile';
import { useCallTexts } from './texts';

interface Props {
  call: Call;
  state: CallState;
}

/** «Видео»: the host larger than the others, a shared screen larger than all; whoever is pinned is the largest. */
export function VideoBlock({ call, state }: Props) {
  const { t } = useCallTexts();
  const media = useStore(call.media);
  const [pinned, setPinned] = useState<string | null>(null);
  const { room, peers, own } = state;
  const camera = useMemo(() => (media.camera ? new MediaStream([media.camera]) : null), [media.camera]);
  const screen = useMemo(() => (media.screen ? new MediaStream([media.screen]) : null), [media.screen]);
  const people = (room?.participants ?? []).filter((participant) => participant.state === 'ADMITTED' && participant.role !== 'LISTENER');
  const listening = room?.participants.find(({ id }) => id === room.me)?.role === 'LISTENER';

  const tiles = people.flatMap((participant) => {
    const mine = participant.id === room?.me;
    const peer = mine ? null : (peers.find(({ participantId }) => participantId === participant.id) ?? null);
    // What one switches off is off on the own screen at once, not when the server has answered.
    const shown = mine ? { ...participant, ...own } : participant;
    const key = `${participant.id}-face`;
    const face = (
      <Tile
        key={key}
        participant={shown}
        peer={mine ? null : (peer ?? PENDING)}
        stream={mine ? camera : (peer?.streams.camera ?? null)}
        microphone={mine ? media.microphone : (peer?.streams.microphone?.getTracks()[0] ?? null)}
        pinned={pinned === key}
        onPin={() => setPinned(pinned === key ? null : key)}
      />
    );
    if (!shown.screen || !shown.broadcasting) return [face];
    const screenKey = `${participant.id}-screen`;
    return [
      <Tile
        key={screenKey}
        screen
        participant={shown}
        peer={mine ? null : (peer ?? PENDING)}
        stream={mine ? screen : (peer?.streams.screen ?? null)}
        microphone={null}
        pinned={pinned === screenKey}
        onPin={() => setPinned(pinned === screenKey ? null : screenKey)}
      />,
      face,
    ];
  });
  return (
    <section className="block block-video" aria-label={t('block.video')} data-count={tiles.length} data-pinned={tiles.some(({ key }) => key === pinned) || undefined} data-listening={listening || undefined}>
      {tiles}
    </section>
  );
}

/** Somebody to whom no connection is made yet. */
const PENDING = {
  id: '', participantId: '', state: 'connecting', lostSince: null, grade: null, lossPercent: null, roundTripMs: null, path: null, sending: '720p',
  streams: { microphone: null, camera: null, screen: null },
} as const;
