import type { VisitSession } from '@/shared/api/types';
import { appointmentTime } from './appointment';
import { Help } from './Help';
import { fill, useLanguage } from './language';

/** Who is the doctor and when is the visit; the rest is folded. */
export function VisitHeader({ session }: { session: VisitSession }) {
  const { language, texts } = useLanguage();
  const when = session.visitStart === null ? null : appointmentTime(session.visitStart, session.visitMinutes, session.region.timeZone, language);
  return (
    <div className="visit-header">
      <h1>{session.consultantName}</h1>
      <p className="position">{session.consultantPosition}</p>
      {when !== null && session.visitStart !== null && (
        <p className="when">
          <time dateTime={session.visitStart}>{when.day}, {when.time}</time>
          {when.zone !== null && ` (${fill(texts.visit.zone, { zone: when.zone })})`}
          {when.local !== null && <span className="local"> · {fill(texts.visit.yourTime, { time: when.local })}</span>}
        </p>
      )}
      <div className="folds">
        <details className="about">
          <summary>{texts.visit.details}</summary>
          <p>{session.organisationName}</p>
          <p>
            {texts.visit.patient}: {session.patientName}
            {session.representativeName !== null && ` (${fill(texts.visit.representative, { name: session.representativeName })})`}
          </p>
          <p>{fill(texts.visit.request, { number: session.number })}</p>
        </details>
        <Help />
      </div>
    </div>
  );
}
