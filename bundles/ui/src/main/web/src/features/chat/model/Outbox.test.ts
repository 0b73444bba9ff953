import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/shared/api/client';
import { Outbox, sessionMemory, type OutboxEndpoints } from './Outbox';
import type { Message } from './types';

const sent = (id: string, text: string | null): Message => ({
  id,
  number: 1,
  at: '2026-11-22T10:00:00Z',
  authorId: 'me',
  authorName: null,
  authorKind: 'PATIENT',
  mine: true,
  text,
  document: null,
});

const endpoints = (part: Partial<OutboxEndpoints> = {}): OutboxEndpoints => ({
  post: async (id, text) => sent(id, text),
  upload: async (file) => ({ id: file.id }),
  ...part,
});

const settled = () => vi.waitFor(() => {});

beforeEach(() => sessionStorage.clear());

describe('the outbox', () => {
  it('sends in the order of writing', async () => {
    const order: (string | null)[] = [];
    const outbox = new Outbox(endpoints({ post: async (id, text) => (order.push(text), sent(id, text)) }), () => {});
    outbox.sendText('первое');
    outbox.sendText('второе');
    await vi.waitFor(() => expect(outbox.snapshot()).toEqual([]));
    expect(order).toEqual(['первое', 'второе']);
  });

  it('sends again by itself after a passing failure, with the same id', async () => {
    const ids: string[] = [];
    let up = false;
    const post = async (id: string, text: string | null) => {
      ids.push(id);
      if (!up) throw new ApiError(503, 'platform.domain-away');
      return sent(id, text);
    };
    const outbox = new Outbox(endpoints({ post }), () => {}, undefined, [5]);
    outbox.sendText('здравствуйте');
    await vi.waitFor(() => expect(outbox.snapshot()[0]?.state).toBe('waiting'));
    up = true;
    await vi.waitFor(() => expect(outbox.snapshot()).toEqual([]));
    expect(new Set(ids).size).toBe(1);
    expect(ids.length).toBeGreaterThan(1);
  });

  it('keeps what was refused with the reason, and goes on with the next', async () => {
    const post = async (id: string, text: string | null) => {
      if (text === 'нет') throw new ApiError(409, 'requests.closed');
      return sent(id, text);
    };
    const outbox = new Outbox(endpoints({ post }), () => {});
    outbox.sendText('нет');
    outbox.sendText('да');
    await vi.waitFor(() => expect(outbox.snapshot()).toHaveLength(1));
    expect(outbox.snapshot()[0]).toMatchObject({ text: 'нет', state: 'failed', failure: { code: 'requests.closed' } });
    outbox.discard(outbox.snapshot()[0]!.id);
    expect(outbox.snapshot()).toEqual([]);
  });

  it('does not upload a file twice when only the message failed', async () => {
    const upload = vi.fn(async (file: { id: string }) => ({ id: file.id }));
    const documents: (string | null)[] = [];
    let refuse = true;
    const post = async (id: string, text: string | null, documentId: string | null) => {
      documents.push(documentId);
      if (refuse) throw new ApiError(422, 'chat.message-too-long');
      return sent(id, text);
    };
    const outbox = new Outbox(endpoints({ upload, post }), () => {});
    outbox.sendFile(new Blob(['x']), 'снимок.png');
    await vi.waitFor(() => expect(outbox.snapshot()[0]?.state).toBe('failed'));
    refuse = false;
    outbox.retry(outbox.snapshot()[0]!.id);
    await vi.waitFor(() => expect(outbox.snapshot()).toEqual([]));
    expect(upload).toHaveBeenCalledOnce();
    expect(documents[0]).toBe(documents[1]);
    expect(documents[0]).not.toBeNull();
  });

  it('keeps unsent texts over a reload', async () => {
    const memory = () => sessionMemory('outbox');
    const first = new Outbox(endpoints({ post: () => new Promise(() => {}) }), () => {}, memory());
    first.sendText('не успело');
    await settled();
    const texts: (string | null)[] = [];
    const second = new Outbox(endpoints({ post: async (id, text) => (texts.push(text), sent(id, text)) }), () => {}, memory());
    second.resume();
    await vi.waitFor(() => expect(second.snapshot()).toEqual([]));
    expect(texts).toEqual(['не успело']);
    expect(memory().load()).toEqual([]);
  });

  it('forgets what arrived by another way', () => {
    const outbox = new Outbox(endpoints({ post: () => new Promise(() => {}) }), () => {});
    outbox.sendText('уже там');
    outbox.arrived([sent(outbox.snapshot()[0]!.id, 'уже там')]);
    expect(outbox.snapshot()).toEqual([]);
  });
});
