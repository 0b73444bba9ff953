import './pdf.css';
import { Alert, Loader } from '@mantine/core';
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Put there by the build (vite.config.ts): decoders of pictures and standard fonts, fetched when a document needs them. */
const PARTS = `/assets/pdfjs-${import.meta.env.PDFJS_VERSION}/`;
const WIDTH = 760;

function Page({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    let over = false;
    let stop = () => {};
    void (async () => {
      const page = await pdf.getPage(number);
      const element = canvas.current;
      if (over || !element) return;
      const scale = (WIDTH / page.getViewport({ scale: 1 }).width) * Math.min(window.devicePixelRatio || 1, 2);
      const viewport = page.getViewport({ scale });
      element.width = viewport.width;
      element.height = viewport.height;
      const task = page.render({ canvas: element, viewport });
      stop = () => task.cancel();
      const content = await page.getTextContent();
      await task.promise;
      if (!over) setText(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
    })().catch(() => {
      // Cancelled because another file is shown; a page that cannot be drawn stays white, the file can be downloaded.
    });
    return () => {
      over = true;
      stop();
    };
  }, [pdf, number]);
  return (
    <li className="pdf-page">
      <canvas ref={canvas} aria-hidden />
      {/* A picture says nothing to a screen reader. */}
      <p className="sr-only">{t('pdf.page', { number })} {text}</p>
    </li>
  );
}

/** A PDF drawn in the page, which no plug-in of the browser gets to see. A chunk of its own: load it lazily. */
export default function PdfView({ address, label }: { address: string; label: string }) {
  const { t } = useTranslation();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let over = false;
    setPdf(null);
    setFailed(false);
    const port = new PdfWorker();
    // Its types know no worker of one's own, its documentation does.
    const worker = new PDFWorker({ port: port as unknown as null });
    // No range requests: the files are small, and each one is an entry in the audit.
    const task = getDocument({ url: address, worker, isEvalSupported: false, disableRange: true, disableStream: true, disableAutoFetch: true, wasmUrl: PARTS, standardFontDataUrl: PARTS });
    task.promise.then(
      (loaded) => !over && setPdf(loaded),
      () => !over && setFailed(true),
    );
    return () => {
      over = true;
      void task.destroy().finally(() => {
        worker.destroy();
        port.terminate();
      });
    };
  }, [address]);
  if (failed) return <Alert color="red" variant="light" role="alert">{t('pdf.failed')}</Alert>;
  if (!pdf) return <div className="pdf-wait"><Loader aria-label={t('loading')} /></div>;
  return (
    <ol className="pdf" aria-label={label} tabIndex={0}>
      {Array.from({ length: pdf.numPages }, (_, index) => <Page key={index} pdf={pdf} number={index + 1} />)}
    </ol>
  );
}
