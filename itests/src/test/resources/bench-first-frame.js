// Runs before the page: notes on the clock of the machine when something was clicked last, when the first picture of somebody else was
// decoded, and when signals went out and came in.
window.bench = { clicked: 0, firstFrame: 0, sent: [], received: [] };
{
  const now = () => performance.timeOrigin + performance.now();
  addEventListener('click', () => Object.assign(window.bench, { clicked: now(), firstFrame: 0 }), { capture: true });
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration) {
      super(configuration);
      this.addEventListener('track', async ({ track }) => {
        if (track.kind !== 'video') return;
        // A copy: whether the page shows the picture does not matter here.
        const reader = new MediaStreamTrackProcessor({ track: track.clone() }).readable.getReader();
        const { value } = await reader.read();
        window.bench.firstFrame ||= now();
        value?.close();
        void reader.cancel();
      });
    }
  };
  const data = (text) => {
    const message = typeof text === 'string' && text.includes('conferencing.signal') ? JSON.parse(text) : null;
    return message?.payload?.data;
  };
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...target) {
      super(...target);
      this.addEventListener('message', (event) => {
        const signal = data(event.data);
        if (signal) window.bench.received.push([signal, now()]);
      });
    }
    send(text) {
      const signal = data(text);
      if (signal) window.bench.sent.push([signal, now()]);
      super.send(text);
    }
  };
}
