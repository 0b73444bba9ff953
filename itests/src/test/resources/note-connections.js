// Runs before the page: keeps what the page makes of peer connections, so that a story can ask for their statistics.
window.noted = [];
{
  const Native = window.RTCPeerConnection;
  // A story may have taken it away, to be an old browser.
  if (Native) {
    window.RTCPeerConnection = class extends Native {
      constructor(configuration) {
        super(configuration);
        window.noted.push(this);
      }
    };
  }
}
window.mediaFigures = async () => {
  const figures = { frames: 0, audioIn: 0, audioOut: 0, videoOut: 0, connected: 0, relayed: 0 };
  for (const connection of window.noted) {
    if (connection.connectionState !== 'connected') continue;
    figures.connected += 1;
    const report = await connection.getStats();
    for (const stat of report.values()) {
      if (stat.type === 'inbound-rtp') {
        figures.frames += stat.framesDecoded ?? 0;
        if (stat.kind === 'audio') figures.audioIn += stat.packetsReceived;
      } else if (stat.type === 'outbound-rtp') {
        if (stat.kind === 'audio') figures.audioOut += stat.packetsSent;
        else figures.videoOut += stat.packetsSent;
      } else if (stat.type === 'transport' && stat.selectedCandidatePairId) {
        const pair = report.get(stat.selectedCandidatePairId);
        if (report.get(pair.localCandidateId)?.candidateType === 'relay') figures.relayed += 1;
      }
    }
  }
  return figures;
};
