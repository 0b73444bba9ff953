import './call.css';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconLoader2, IconVolume } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { DeviceCheck, type CheckResult, type StepState } from '../rtc/DeviceCheck';
import type { LocalMedia } from '../rtc/LocalMedia';
import { testTone } from '../rtc/sound';
import { DevicePickers } from './DeviceSettings';
import { useStore, useStream } from './hooks';
import { useCallTexts } from './texts';

interface Props {
  media: LocalMedia;
  servers: () => Promise<readonly RTCIceServer[]>;
  onResult: (result: CheckResult) => void;
  onEnter: () => void;
  onBack: () => void;
  backLabel: string;
}

/** The check before the call: own picture, level, test tone, the way through the network, and one advice when something is wrong. */
export function CheckScreen({ media, servers, onResult, onEnter, onBack, backLabel }: Props) {
  const { t, troubleshooting } = useCallTexts();
  const [check, setCheck] = useState<DeviceCheck | null>(null);
  const devices = useStore(media);
  const stream = useMemo(() => (devices.camera ? new MediaStream([devices.camera]) : null), [devices.camera]);
  const video = useStream<HTMLVideoElement>(stream);
  useEffect(() => () => check?.close(), [check]);

  const run = () => {
    check?.close();
    const next = new DeviceCheck(media, servers);
    setCheck(next);
    void next.run(onResult);
  };
  return (
    <section className="check" aria-labelledby="check-title">
      <h2 id="check-title">{t('check.title')}</h2>
      {check === null ? (
        <>
          <p>{t('check.intro')}</p>
          <button type="button" className="call-button call-primary call-large" onClick={run}>{t('check.start')}</button>
          <button type="button" className="call-button call-large" onClick={onEnter}>{t('check.skip')}</button>
        </>
      ) : (
        <>
          <div className="waiting-picture">
            <video ref={video} className="tile-video tile-mirror" autoPlay playsInline muted hidden={stream === null} aria-label={t('check.preview')} />
            {stream === null && <span className="tile-note">{t('silent.camera')}</span>}
          </div>
          <p className="check-hint">{t('check.speak')}</p>
          <div className="waiting-devices"><DevicePickers media={media} /></div>
          <Steps check={check} media={media} />
          <Result check={check} troubleshooting={troubleshooting} onAgain={run} onEnter={onEnter} />
        </>
      )}
      <button type="button" className="call-button" onClick={onBack}>{backLabel}</button>
    </section>
  );
}

function Steps({ check, media }: { check: DeviceCheck; media: LocalMedia }) {
  const { t } = useCallTexts();
  const state = useStore(check);
  const devices = useStore(media);
  const [asked, setAsked] = useState(false);
  const play = async () => {
    await testTone(devices.chosen.speaker);
    setAsked(true);
  };
  return (
    <ul className="check-steps">
      <Step state={state.devices} label={t('check.devices')}>
        {devices.failures.camera && <p>{t(`failure.camera.${devices.failures.camera}`)}</p>}
        {devices.failures.microphone && <p>{t(`failure.microphone.${devices.failures.microphone}`)}</p>}
      </Step>
      <Step state={state.network} label={t('check.network')} />
      <Step state={state.sound} label={t('check.sound')}>
        {state.sound === 'waiting' && !asked && <button type="button" className="call-button call-small" onClick={() => void play()}><IconVolume size={16} aria-hidden /> {t('settings.tone')}</button>}
        {state.sound === 'waiting' && asked && (
          <p>
            {t('check.heardQuestion')}{' '}
            <button type="button" className="call-button call-small" onClick={() => check.soundHeard(true)}>{t('check.heard')}</button>{' '}
            <button type="button" className="call-button call-small" onClick={() => check.soundHeard(false)}>{t('check.notHeard')}</button>
          </p>
        )}
        {state.sound === 'problem' && <p>{t('check.notHeardAdvice')}</p>}
      </Step>
    </ul>
  );
}

const ICONS = { waiting: IconCircleDashed, running: IconLoader2, ok: IconCircleCheck, problem: IconAlertTriangle } as const;

function Step({ state, label, children }: { state: StepState; label: string; children?: ReactNode }) {
  const { t } = useCallTexts();
  const Icon = ICONS[state];
  return (
    <li className={`check-step check-${state}`}>
      <span className="check-line" role="status"><Icon size={20} aria-hidden /> <strong>{label}</strong> <span>{t(`check.state.${state}`)}</span></span>
      {children}
    </li>
  );
}

function Result({ check, troubleshooting, onAgain, onEnter }: { check: DeviceCheck; troubleshooting: readonly string[]; onAgain: () => void; onEnter: () => void }) {
  const { t } = useCallTexts();
  const { result } = useStore(check);
  if (!result) return <p className="check-running" role="status">{t('check.running')}</p>;
  const { outcome, cause, kilobitsPerSecond, lossPercent, roundTripMs } = result;
  return (
    <div className={`check-result check-result-${outcome}`} role="status" data-outcome={outcome} data-cause={cause ?? undefined}>
      <p><strong>{t(outcome === 'OK' ? 'check.ok' : `check.${outcome}`)}</strong> {t('check.doctorSees')}</p>
      {cause && <p>{t(`check.cause.${cause}`)}</p>}
      {kilobitsPerSecond !== null && <p className="check-hint">{t('check.measured', { speed: kilobitsPerSecond, loss: lossPercent ?? 0, trip: roundTripMs ?? 0 })}</p>}
      {outcome !== 'OK' && (
        <details className="call-help">
          <summary>{t('help')}</summary>
          <ol>{troubleshooting.map((item) => <li key={item}>{item}</li>)}</ol>
        </details>
      )}
      <button type="button" className="call-button call-primary call-large" onClick={onEnter}>{t('check.enter')}</button>
      <button type="button" className="call-button" onClick={onAgain}>{t('check.again')}</button>
    </div>
  );
}
