import { type ClipboardEvent, type FormEvent, type InputHTMLAttributes, useRef, useState } from 'react';
import { parseBirthDate, splitWholeDate, type DateProblem, type TypedDate } from './birthDate';
import { useLanguage } from './language';
import { useRefusalText } from './refusals';
import type { Phase, Visit } from './Visit';

type Part = keyof TypedDate;

const PARTS: readonly { part: Part; length: number; autoComplete: string }[] = [
  { part: 'day', length: 2, autoComplete: 'bday-day' },
  { part: 'month', length: 2, autoComplete: 'bday-month' },
  { part: 'year', length: 4, autoComplete: 'bday-year' },
];

/** Asks what only the patient's side knows before anything is shown. */
export function CheckForm({ phase, visit }: { phase: Extract<Phase, { name: 'check' }>; visit: Visit }) {
  const { texts } = useLanguage();
  const [date, setDate] = useState<TypedDate>({ day: '', month: '', year: '' });
  const [lastFour, setLastFour] = useState('');
  const [dateProblem, setDateProblem] = useState<DateProblem | null>(null);
  const [digitsProblem, setDigitsProblem] = useState(false);
  const refusal = useRefusalText(phase.refusal);
  const form = useRef<HTMLFormElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseBirthDate(date);
    const problem = 'problem' in parsed ? parsed.problem : null;
    const digitsWrong = phase.needsLastFour && !/^\d{4}$/.test(lastFour);
    setDateProblem(problem);
    setDigitsProblem(digitsWrong);
    if ('date' in parsed && !digitsWrong) {
      void visit.check(parsed.date, phase.needsLastFour ? lastFour : null);
    } else {
      form.current?.querySelector<HTMLInputElement>(problem ? '[name=day]' : '[name=last-four]')?.focus();
    }
  };

  const change = (part: Part, value: string) => {
    const whole = splitWholeDate(value);
    setDate((typed) => whole ?? { ...typed, [part]: value.replace(/\D/g, '') });
    setDateProblem(null);
  };

  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    // The fields are short: without this a pasted date would be cut off.
    const whole = splitWholeDate(event.clipboardData.getData('text'));
    if (!whole) return;
    event.preventDefault();
    setDate(whole);
    setDateProblem(null);
  };

  return (
    <form className="card" ref={form} onSubmit={submit} noValidate>
      <h1>{texts.check.title}</h1>
      <p>{texts.check.intro}</p>
      <fieldset aria-describedby="birth-hint birth-problem">
        <legend>{texts.check.birthDate}</legend>
        <p className="hint" id="birth-hint">{texts.check.birthDateHint}</p>
        <div className="date">
          {PARTS.map(({ part, length, autoComplete }) => (
            <label key={part} className={`date-${part}`}>
              <span>{texts.check[part]}</span>
              <Digits
                name={part}
                maxLength={length}
                autoComplete={autoComplete}
                value={date[part]}
                invalid={dateProblem !== null}
                onPaste={paste}
                onChange={(event) => change(part, event.currentTarget.value)}
              />
            </label>
          ))}
        </div>
        <p className="problem" id="birth-problem" role="alert">{dateProblem && texts.check[dateProblem]}</p>
      </fieldset>
      {phase.needsLastFour && (
        <div className="field">
          <label htmlFor="last-four">{texts.check.lastFour}</label>
          <p className="hint" id="last-four-hint">{texts.check.lastFourHint}</p>
          <Digits
            id="last-four"
            name="last-four"
            className="four"
            maxLength={4}
            autoComplete="off"
            value={lastFour}
            invalid={digitsProblem}
            aria-describedby="last-four-hint last-four-problem"
            onChange={(event) => {
              setLastFour(event.currentTarget.value.replace(/\D/g, ''));
              setDigitsProblem(false);
            }}
          />
          <p className="problem" id="last-four-problem" role="alert">{digitsProblem && texts.check.lastFourWrong}</p>
        </div>
      )}
      <div role="alert">{refusal && <p className="refusal">{refusal}</p>}</div>
      <button type="submit" className="primary" disabled={phase.busy}>
        {phase.busy ? texts.check.submitting : texts.check.submit}
      </button>
    </form>
  );
}

function Digits({ invalid, ...rest }: { invalid: boolean } & InputHTMLAttributes<HTMLInputElement>) {
  return <input type="text" inputMode="numeric" aria-invalid={invalid || undefined} {...rest} />;
}
