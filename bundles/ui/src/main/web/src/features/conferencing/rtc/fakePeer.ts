/** A stand-in for the browser's peer connections in tests: descriptions are names, and the test says when something connects. */
export class FakePeer {
  static all: FakePeer[] = [];
  static last = (): FakePeer => FakePeer.all.at(-1)!;

  onicecandidate: ((event: { candidate: unknown }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  oniceconnectionstatechange: (() => void) | null = null;
  onnegotiationneeded: (() => void) | null = null;
  connectionState = 'new';
  signalingState = 'stable';
  localDescription: { type: string; sdp: string } | null = null;
  remoteDescription: { type: string; sdp: string } | null = null;
  candidates: unknown[] = [];
  restarts = 0;
  closed = false;
  private readonly kinds: { sender: FakeSender; receiver: { track: { kind: string; enabled: boolean } }; direction: string }[] = [];

  constructor(readonly configuration: RTCConfiguration) {
    FakePeer.all.push(this);
  }

  addTransceiver(kind: string, init: { direction: string }): void {
    this.kinds.push({ sender: new FakeSender(), receiver: { track: { kind, enabled: true } }, direction: init.direction });
    if (this.kinds.length === 1) queueMicrotask(() => this.onnegotiationneeded?.());
  }

  getTransceivers() {
    return this.kinds;
  }

  async setLocalDescription(): Promise<void> {
    const answer = this.signalingState === 'have-remote-offer';
    this.localDescription = { type: answer ? 'answer' : 'offer', sdp: `${FakePeer.all.indexOf(this)}` };
    this.signalingState = answer ? 'stable' : 'have-local-offer';
  }

  async setRemoteDescription(description: { type: string; sdp: string }): Promise<void> {
    this.remoteDescription = description;
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
    if (description.type === 'offer' && this.kinds.length === 0) {
      for (const kind of ['audio', 'video', 'video']) this.kinds.push({ sender: new FakeSender(), receiver: { track: { kind, enabled: true } }, direction: 'recvonly' });
    }
  }

  async addIceCandidate(candidate: unknown): Promise<void> {
    this.candidates.push(candidate);
  }

  restartIce(): void {
    this.restarts += 1;
    queueMicrotask(() => this.onnegotiationneeded?.());
  }

  setConfiguration(): void {}

  async getStats(): Promise<Map<string, unknown>> {
    return new Map();
  }

  become(state: string): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  close(): void {
    this.closed = true;
  }
}

class FakeSender {
  track: unknown = null;
  parameters: { encodings: Record<string, unknown>[] } = { encodings: [{}] };
  async replaceTrack(track: unknown): Promise<void> {
    this.track = track;
  }
  getParameters() {
    return this.parameters;
  }
  async setParameters(parameters: { encodings: Record<string, unknown>[] }): Promise<void> {
    this.parameters = parameters;
  }
}
