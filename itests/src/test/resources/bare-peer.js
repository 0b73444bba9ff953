// A participant by the contract alone (bundles/conferencing/README.md), without the interface: for stories of the server, and as the bare
// page that benchmarks compare with. Evaluated in a page of the distribution's origin; kept as window.peer.
(options) => {
  const { base, live, request, relay, media = { width: 320, height: 240, frameRate: 10 } } = options;
  const connection = crypto.randomUUID();
  const state = { ticket: null, room: null, peers: new Map(), errors: [], stream: null, frames: 0 };

  const call = async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(response.status + ' ' + text);
    return text ? JSON.parse(text) : null;
  };

  const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + live);
  const say = (type, payload) => socket.send(JSON.stringify({ type, subject: request, payload: { connection, ...payload } }));

  const peerFor = (participant) => {
    const known = state.peers.get(participant.id);
    if (known && known.connection === participant.connection) return known;
    known?.pc.close();
    const pc = new RTCPeerConnection({
      iceServers: state.ticket.ice.iceServers,
      iceTransportPolicy: relay ? 'relay' : state.ticket.ice.transport,
    });
    const peer = { pc, connection: participant.connection, waiting: [], video: null };
    state.peers.set(participant.id, peer);
    pc.onicecandidate = (event) => {
      if (event.candidate) say('conferencing.signal', { to: participant.id, data: JSON.stringify({ candidate: event.candidate }) });
    };
    pc.ontrack = (event) => {
      if (event.track.kind !== 'video') return;
      peer.video = document.createElement('video');
      Object.assign(peer.video, { srcObject: event.streams[0], autoplay: true, muted: true, playsInline: true });
      document.body.append(peer.video);
    };
    return peer;
  };

  const description = async (id, peer) => {
    await peer.pc.setLocalDescription();
    say('conferencing.signal', { to: id, data: JSON.stringify({ description: peer.pc.localDescription }) });
  };

  const addTracks = (peer) => {
    if (peer.pc.getSenders().length === 0) state.stream.getTracks().forEach((track) => peer.pc.addTrack(track, state.stream));
  };

  // the newcomer alone offers
  const meet = async () => {
    const room = state.room;
    const me = room.participants.find((participant) => participant.id === room.me);
    const admitted = me?.state === 'ADMITTED';
    for (const [id, peer] of state.peers) {
      if (!admitted || !room.participants.some((other) => other.id === id && other.state === 'ADMITTED')) {
        peer.pc.close();
        state.peers.delete(id);
      }
    }
    if (!admitted || !state.ticket?.ice) return;
    for (const other of room.participants) {
      const fresh = state.peers.get(other.id)?.connection !== other.connection;
      if (other.id !== me.id && other.state === 'ADMITTED' && fresh && me.order > other.order) {
        const peer = peerFor(other);
        addTracks(peer);
        await description(other.id, peer);
      }
    }
  };

  const signal = async ({ from, fromConnection, data }) => {
    const { description: offered, candidate } = JSON.parse(data);
    const peer = peerFor({ id: from, connection: fromConnection });
    if (offered) {
      if (offered.type === 'offer') addTracks(peer);
      await peer.pc.setRemoteDescription(offered);
      if (offered.type === 'offer') await description(from, peer);
      for (const early of peer.waiting.splice(0)) await peer.pc.addIceCandidate(early);
    } else if (peer.pc.remoteDescription) {
      await peer.pc.addIceCandidate(candidate);
    } else {
      peer.waiting.push(candidate);
    }
  };

  const enter = async () => {
    state.stream ??= await navigator.mediaDevices.getUserMedia({ audio: true, video: media });
    state.ticket = await call('POST', '/entry', { connection, microphone: true, camera: true });
    state.room = state.ticket.room;
    say('conferencing.alive', {});
    await meet();
    return state.ticket.state;
  };

  const read = async () => {
    state.room = await call('GET', '');
    const me = state.room.participants.find((participant) => participant.id === state.room.me);
    if (me?.state === 'ADMITTED' && state.ticket && !state.ticket.ice) await enter();
    else await meet();
  };

  let turn = Promise.resolve();
  const inTurn = (work) => {
    turn = turn.then(work).catch((error) => state.errors.push(String(error)));
  };
  const opened = new Promise((resolve) => {
    socket.onmessage = (event) => {
      const hint = JSON.parse(event.data);
      if (hint.type === 'hello') resolve();
      if (hint.type === 'live.refused') state.errors.push(JSON.stringify(hint.payload));
      if (hint.subject !== request) return;
      if (hint.type === 'conferencing.room') inTurn(read);
      if (hint.type === 'conferencing.who-is-there' && state.ticket) say('conferencing.alive', {});
      if (hint.type === 'conferencing.signal' && hint.payload.toConnection === connection) inTurn(() => signal(hint.payload));
    };
  });

  // what arrives, from getStats
  const incoming = async () => {
    const sums = { frames: 0, audio: 0, connected: 0, relayed: 0 };
    for (const { pc } of state.peers.values()) {
      if (pc.connectionState === 'connected') sums.connected++;
      const stats = await pc.getStats();
      stats.forEach((one) => {
        if (one.type === 'inbound-rtp' && one.kind === 'video') sums.frames += one.framesDecoded ?? 0;
        if (one.type === 'inbound-rtp' && one.kind === 'audio') sums.audio += one.packetsReceived ?? 0;
        if (one.type === 'candidate-pair' && one.nominated && stats.get(one.localCandidateId)?.candidateType === 'relay') sums.relayed++;
      });
    }
    return sums;
  };

  window.peer = { state, call, enter, read, incoming, opened, connection, say };
  return opened.then(() => connection);
}
