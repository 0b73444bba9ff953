import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/shared/api/client';
import { Conversation, type ConversationEndpoints } from './Conversation';
import type { Message } from './types';

/** A chat on a server. */
class ChatServer implements ConversationEndpoints {
  messagesStored: Message[] = [];
  closed = false;
  readUpTo = 0;
  created = true;
  down = false;
  questions: string[] = [];

  add(part: Partial<Message> = {}): Message {
    const number = this.messagesStored.length + 1;
    const message: Message = {
      id: `m${number}`,
      number,
      at: '2026-11-22T10:00:00Z',
      authorId: 'd',
      authorName: 'Врач',
      authorKind: 'STAFF',
      mine: false,
      text: `${number}`,
      document: null,
      ...part,
    };
    this.messagesStored.push(message);
    return message;
  }

  async chat() {
    this.ask('chat');
    return {
      requestId: 'r',
      name: '№ 1',
      closed: this.closed,
      consented: true,
      last: this.messagesStored.length,
      readUpTo: this.readUpTo,
      patientReadUpTo: 0,
      staffReadUpTo: 0,
      participants: [],
    };
  }

  async messages(bounds: { after: number } | { before: number }) {
    this.ask(JSON.stringify(bounds));
    const items =
      'after' in bounds
        ? this.messagesStored.filter((each) => each.number > bounds.after).slice(0, 50)
        : this.messagesStored.filter((each) => each.number < bounds.before).slice(-50);
    return { items, last: this.messagesStored.length };
  }

  async post(id: string, text: string | null) {
    this.ask('post');
    return this.messagesStored.find((each) => each.id === id) ?? this.add({ id, text, mine: true, authorKind: 'PATIENT', authorId: 'p' });
  }

  async upload(file: { id: string }) {
    return { id: file.id };
  }

  async read(upTo: number) {
    this.ask(`read ${upTo}`);
    this.readUpTo = upTo;
  }

  private ask(question: string): void {
    this.questions.push(question);
    if (this.down) throw new ApiError(0, 'client.no-connection');
    if (!this.created) throw new ApiError(404, 'chat.not-yet');
  }
}

let server: ChatServer;
let conversation: Conversation;
const shown = () => conversation.snapshot().messages.map((message) => message.number);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

beforeEach(() => {
  vi.useFakeTimers();
  server = new ChatServer();
  conversation = new Conversation(server, { requestId: 'r' });
});
afterEach(() => {
  conversation.stop();
  vi.useRealTimers();
});

const started = async () => {
  conversation.start();
  conversation.setConnected(true);
  await vi.advanceTimersByTimeAsync(0);
};

describe('a conversation', () => {
  it('opens with the newest page and loads earlier ones until the first', async () => {
    upTo(120).forEach(() => server.add());
    await started();
    expect(shown()).toEqual(upTo(120).slice(70));
    expect(conversation.snapshot().complete).toBe(false);
    await conversation.earlier();
    await conversation.earlier();
    expect(shown()).toEqual(upTo(120));
    expect(conversation.snapshot().complete).toBe(true);
  });

  it('waits for a chat that is being created', async () => {
    server.created = false;
    await started();
    expect(conversation.snapshot().phase).toBe('not-yet');
    server.created = true;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(conversation.snapshot().phase).toBe('ready');
  });

  it('asks what is new on a hint, all of it', async () => {
    server.add();
    await started();
    upTo(120).forEach(() => server.add());
    conversation.hint({ type: 'chat.message', subject: 'r', number: 121, payload: null });
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toEqual(upTo(121));
  });

  it('does not ask on a hint about what it has or about another chat', async () => {
    server.add();
    await started();
    const before = server.questions.length;
    conversation.hint({ type: 'chat.message', subject: 'r', number: 1, payload: null });
    conversation.hint({ type: 'chat.message', subject: 'other', number: 9, payload: null });
    await vi.advanceTimersByTimeAsync(0);
    expect(server.questions).toHaveLength(before);
  });

  it('shows an own message at once and also what came before it meanwhile', async () => {
    server.add();
    await started();
    server.add({ text: 'от врача, пока мы писали' });
    conversation.outbox.sendText('моё');
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toEqual([1, 2, 3]);
    expect(conversation.outbox.snapshot()).toEqual([]);
  });

  it('asks every three seconds without a channel, seldom with one', async () => {
    server.add();
    await started();
    conversation.setConnected(false);
    await vi.advanceTimersByTimeAsync(0);
    server.add();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(shown()).toEqual([1, 2]);
    conversation.setConnected(true);
    await vi.advanceTimersByTimeAsync(0);
    const before = server.questions.length;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.questions).toHaveLength(before);
  });

  it('keeps everything on the screen while the server is away, and catches up', async () => {
    server.add();
    await started();
    server.down = true;
    conversation.refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(conversation.snapshot()).toMatchObject({ phase: 'ready', failure: { temporary: true } });
    expect(shown()).toEqual([1]);
    server.add();
    server.down = false;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(shown()).toEqual([1, 2]);
    expect(conversation.snapshot().failure).toBeNull();
  });

  it('counts unread messages until they are seen, and tells the server once', async () => {
    upTo(3).forEach(() => server.add());
    server.readUpTo = 1;
    await started();
    expect(conversation.snapshot().unread).toBe(2);
    conversation.markRead();
    conversation.markRead();
    expect(conversation.snapshot().unread).toBe(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.questions.filter((question) => question.startsWith('read'))).toEqual(['read 3']);
  });

  it('shows messages unread again when that could not be told, without asking in a circle', async () => {
    server.add();
    await started();
    server.down = true;
    conversation.markRead();
    await vi.advanceTimersByTimeAsync(0);
    expect(conversation.snapshot().unread).toBe(0);
    server.down = false;
    conversation.refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(conversation.snapshot().unread).toBe(1);
    conversation.markRead();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.readUpTo).toBe(1);
  });

  it('asks once more when a hint comes while an older answer is on its way', async () => {
    server.closed = true;
    await started();
    let go: () => void = () => {};
    const before = await server.chat();
    vi.spyOn(server, 'chat').mockImplementationOnce(async () => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return before;
    });
    conversation.hint({ type: 'requests.changed', subject: 'r', number: 0, payload: null });
    await vi.advanceTimersByTimeAsync(0);
    server.closed = false;
    conversation.hint({ type: 'chat.opened', subject: 'r', number: 0, payload: null });
    go();
    await vi.advanceTimersByTimeAsync(0);
    expect(conversation.snapshot().chat?.closed).toBe(false);
  });

  it('learns that it was closed', async () => {
    await started();
    server.closed = true;
    conversation.hint({ type: 'chat.closed', subject: 'r', number: 0, payload: null });
    await vi.advanceTimersByTimeAsync(0);
    expect(conversation.snapshot().chat?.closed).toBe(true);
  });
});
