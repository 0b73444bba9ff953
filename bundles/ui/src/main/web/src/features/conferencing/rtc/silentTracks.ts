/** A track without sound and a black one: to negotiate with before there is anything to send, or leave to use a device for it. */
export function silentTracks(): { sound: MediaStreamTrack; picture: MediaStreamTrack } {
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
  // The context first: without one there is nothing to capture.
  const context = canvas.getContext('2d')!;
  const picture = canvas.captureStream(5).getVideoTracks()[0]!;
  picture.contentHint = 'motion';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const audio = new AudioContext();
  const sound = audio.createMediaStreamDestination().stream.getAudioTracks()[0]!;
  const stop = sound.stop.bind(sound);
  sound.stop = () => {
    stop();
    void audio.close();
  };
  return { sound, picture };
}
