import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Store } from '@/shared/store';
import type { Call, CallState } from '../model/Call';
import type { Participant, Room } from '../model/types';
import type { PeerView } from '../rtc/PeerMesh';
import { CallNotices } from './CallNotices';
import { CallTextsProvider } from './texts';

const person = (id: string, role: Participant['role']) => ({ id, name: id, role, state: 'ADMITTED', camera: true, broadcasting: true, quality: null }) as unknown as Participant;
const ROOM = { me: 'doctor', participants: [person('doctor', 'STAFF'), person('patient', 'PATIENT')], recording: { state: 'OFF', agreed: [] } } as unknown as Room;
const lost = (ago: number) =>
  ({ id: 'x', participantId: 'patient', state: 'lost', lostSince: Date.now() - ago, sending: '720p' }) as unknown as PeerView;

function show(side: 'staff' | 'visit', peers: PeerView[], phone?: string | null, recording: Partial<Room['recording']> = {}) {
  const agreeToRecording = vi.fn(async () => {});
  const reconnect = vi.fn();
  const call = {
    media: new Store({ microphone: null, camera: null, failures: { camera: null, microphone: null } }),
    me: person('doctor', side === 'staff' ? 'STAFF' : 'PATIENT'),
    endpoints: { agreeToRecording },
    command: (work: () => Promise<unknown>) => work(),
    reconnect,
  } as unknown as Call;
  const state = { phase: 'in', failure: null, room: { ...ROOM, recording: { ...ROOM.recording, ...recording } }, peers, own: { microphone: true, camera: true, broadcasting: true }, enteredAt: 0 } as unknown as CallState;
  render(
    <CallTextsProvider language="ru">
      <CallNotices call={call} state={state} side={side} phone={phone} adviceShown={false} onAdviceRead={() => {}} />
    </CallTextsProvider>,
  );
  return { agreeToRecording, reconnect };
}

it('leaves the chat when no connection can be made, without a number yet', async () => {
  show('staff', [lost(25_000)], '8 (912) 345-67-89');
  expect(await screen.findByText(/пишите в чат/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});

it('shows the doctor the number that he can dial', async () => {
  const { reconnect } = show('staff', [lost(50_000)], '8 (912) 345-67-89');
  expect((await screen.findByRole('link', { name: '8 (912) 345-67-89' })).getAttribute('href')).toBe('tel:89123456789');
  fireEvent.click(screen.getByRole('button', { name: 'Переподключиться' }));
  expect(reconnect).toHaveBeenCalledOnce();
});

it('says when no number was given', async () => {
  show('staff', [lost(50_000)], null);
  expect(await screen.findByText(/в заявке телефон не указан/)).toBeTruthy();
});

it('claims nothing of the request while it cannot be read', async () => {
  show('staff', [lost(50_000)]);
  expect(await screen.findByText(/посмотрите номер в заявке или в его карте/)).toBeTruthy();
  expect(screen.queryByText(/не указан\./)).toBeNull();
});

it('tells the patient that the doctor will call, and no number', async () => {
  show('visit', [lost(50_000)], '8 (912) 345-67-89');
  expect(await screen.findByText(/Врач позвонит Вам по телефону/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});

it('asks each for consent before anything is recorded, and once', async () => {
  const { agreeToRecording } = show('visit', [], undefined, { state: 'ASKED' });
  fireEvent.click(await screen.findByRole('button', { name: 'Согласен на запись' }));
  expect(agreeToRecording).toHaveBeenCalledWith(true);
});

it('waits for the others after one agreed', async () => {
  show('visit', [], undefined, { state: 'ASKED', agreed: ['doctor'] });
  expect(await screen.findByRole('status')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
