import { useCallback, useEffect, useState } from 'react';
import type { ConclusionDocument, Verification } from '@/features/signing/types';
import { get, isApiError, post, segment, url } from '@/shared/api/client';
import { createFormat } from '@/shared/format';
import { useHint } from '@/shared/hooks/hints';
import { fileUrl } from './endpoints';
import { fill, useLanguage } from './language';

const DOCUMENTS = '/api/visit/signing/documents';
const of = (id: string, rest: string): string => `${DOCUMENTS}/${segment(id)}/${rest}`;
const LATER_MS = 15_000;

/** The conclusion of a finished consultation, on the patient's page: to read, to keep, to have its signature checked. */
export function Conclusions({ timeZone }: { timeZone: string }) {
  const { texts } = useLanguage();
  const [documents, setDocuments] = useState<ConclusionDocument[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(async () => {
    try {
      setDocuments(await get<ConclusionDocument[]>(DOCUMENTS));
      setFailed(false);
    } catch (error) {
      // A region without signing has none; anything else is tried again.
      if (isApiError(error) && (error.status === 404 || error.status === 403)) setDocuments([]);
      else setFailed(true);
    }
  }, []);
  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (!failed) return;
    const timer = setTimeout(() => void load(), LATER_MS);
    return () => clearTimeout(timer);
  }, [failed, load]);
  useHint((hint) => {
    if (hint.type === 'signing.changed' || hint.type === 'requests.changed') void load();
  });
  if (failed && documents === null) return <p className="line" role="status">{texts.conclusion.failed}</p>;
  if (!documents || documents.length === 0) return null;
  return (
    <section className="conclusions" aria-labelledby="conclusions">
      <h2 id="conclusions">{texts.conclusion.title}</h2>
      <ul>
        {documents.map((document) => <Conclusion key={document.id} document={document} timeZone={timeZone} />)}
      </ul>
    </section>
  );
}

function Conclusion({ document, timeZone }: { document: ConclusionDocument; timeZone: string }) {
  const { language, texts } = useLanguage();
  const format = createFormat(language, timeZone);
  const [checked, setChecked] = useState<Verification | 'busy' | 'failed' | null>(null);
  const check = async () => {
    setChecked('busy');
    try {
      setChecked(await post<Verification>(of(document.id, 'verification')));
    } catch {
      setChecked('failed');
    }
  };
  const signature = document.signature;
  return (
    <li className={document.current ? undefined : 'former'}>
      <p className="conclusion-name">
        {document.addendum ? texts.conclusion.addendum : document.kind === 'SCAN' ? texts.conclusion.scan : texts.conclusion.one}
        {', '}<time dateTime={document.createdAt}>{format.date(document.createdAt)}</time>
        {!document.current && ` · ${texts.conclusion.former}`}
      </p>
      <p className="hint">
        {document.withoutSignature || signature === null
          ? texts.conclusion.withoutSignature
          : fill(texts.conclusion.signed, { name: signature.signerName, date: format.dateTime(signature.receivedAt) })}
      </p>
      <p className="conclusion-links">
        {document.kind === 'SCAN' ? (
          document.pages.map((page, index) => (
            <a key={page.documentId} href={fileUrl(page.documentId, true)} target="_blank" rel="noreferrer">{fill(texts.conclusion.page, { n: index + 1 })}</a>
          ))
        ) : (
          <>
            <a href={url(of(document.id, 'content'), { inline: true })} target="_blank" rel="noreferrer">{texts.conclusion.read}</a>
            <a href={of(document.id, 'content')} download={document.name}>{texts.conclusion.download}</a>
          </>
        )}
        {document.archive && <a href={of(document.id, 'archive')} download={document.archive.name}>{texts.conclusion.archive}</a>}
        {signature && <button type="button" className="quiet" disabled={checked === 'busy'} onClick={() => void check()}>{texts.conclusion.check}</button>}
      </p>
      <div role="status">
        {checked === 'busy' && <p className="hint">{texts.loading}</p>}
        {checked === 'failed' && <p className="problem">{texts.conclusion.checkFailed}</p>}
        {checked !== null && typeof checked === 'object' && (
          <p className={checked.valid ? 'conclusion-good' : 'problem'}>{checked.valid ? texts.conclusion.valid : texts.conclusion.invalid} {texts.conclusion.technical}</p>
        )}
      </div>
    </li>
  );
}
