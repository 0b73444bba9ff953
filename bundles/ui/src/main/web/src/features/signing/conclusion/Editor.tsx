import { Alert, Button, Group } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '@/shared/api/client';
import type { ConsultationRequest } from '@/shared/api/types';
import { uuidv7 } from '@/shared/api/uuid';
import { ErrorState } from '@/shared/components';
import { type FormValues, SchemaForm } from '@/shared/forms/SchemaForm';
import { parseSchema, titleOf, uiOf } from '@/shared/forms/hints';
import { useFormat } from '@/shared/session';
import { conclusionQuery, documentChanged, getConclusion, makeDocument, putConclusion } from '../api';
import { PreviewModal } from '../documents/PreviewModal';
import type { Conclusion, ConclusionDocument, Source } from '../types';
import { ConclusionSaver, type SaverView } from './ConclusionSaver';
import { ConflictNote } from './ConflictNote';
import { Identification } from './Identification';
import { cursorIn, insertAt, keptSources, textOf, withSource } from './insert';
import { InsertPanel } from './InsertPanel';
import { Sources } from './Sources';
import { TreatmentNote } from './TreatmentNote';
import { treatmentFields } from './treatment';

const FORM = 'conclusion-form';

interface Props {
  request: ConsultationRequest;
  conclusion: Conclusion;
  onView: (view: SaverView) => void;
}

/** The form of the route, kept on the server while it is written; «Далее» makes the document and goes to the signing. */
export function Editor({ request, conclusion, onView }: Props) {
  const { t } = useTranslation('signing');
  const { language } = useFormat();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [saver] = useState(() => new ConclusionSaver(conclusion, { put: putConclusion, get: getConclusion }));
  const view = useSyncExternalStore(saver.subscribe, saver.snapshot);
  const [field, setField] = useState<string | null>(null);
  const [wanted, setWanted] = useState<'preview' | 'sign'>('sign');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [previewed, setPreviewed] = useState<ConclusionDocument | null>(null);
  const { form } = view.conclusion;
  const schema = useMemo(() => parseSchema(form.schema), [form.schema]);
  const ui = useMemo(() => uiOf(form.ui, language), [form.ui, language]);
  const treatment = useMemo(() => treatmentFields(form), [form]);

  useEffect(() => {
    saver.start();
    const saveNow = () => void saver.flush().catch(() => {});
    // What was typed in the last moment before the tab is left.
    window.addEventListener('pagehide', saveNow);
    return () => {
      window.removeEventListener('pagehide', saveNow);
      saver.stop();
      saveNow();
    };
  }, [saver]);
  useEffect(() => onView(view), [onView, view]);

  /** Free text: what can be put in there, and not a code, a date or a choice. */
  const isText = useCallback((name: string) => {
    const property = schema.properties?.[name];
    const widget: unknown = (ui[name] as Record<string, unknown> | undefined)?.['ui:widget'];
    return typeof property === 'object' && property.type === 'string' && property.format === undefined && property.enum === undefined
      && property.oneOf === undefined && (widget === undefined || widget === 'text' || widget === 'textarea');
  }, [schema, ui]);

  const insert = (text: string, source: Omit<Source, 'field'> | null) => {
    if (field === null) return;
    const current = textOf(view.answers, field);
    const answers = { ...view.answers, [field]: insertAt(current, cursorIn(field, current.length), text) };
    saver.change({ answers, ...(source === null ? {} : { sources: withSource(view.sources, { field, ...source }) }) });
    document.getElementById(`field_${field}`)?.focus();
  };

  // Among doctors no patient takes part whom one could identify.
  const unidentified = request.patientName !== null && view.conclusion.identification === null;
  const make = async (answers: FormValues) => {
    if (unidentified) {
      document.getElementById('identification')?.focus();
      setFailure(null);
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      // Without what belongs to branches of the form that do not apply.
      saver.change({ answers });
      const { version } = await saver.flush();
      const made = await makeDocument(request.id, { id: uuidv7(), version });
      documentChanged(queries, made);
      if (wanted === 'preview') setPreviewed(made);
      else await navigate({ to: `/requests/${request.id}/signature/${made.id}` });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  const problems = isApiError(failure, 'signing.conclusion-incomplete') ? failure.problems : [];
  return (
    <>
      <ConflictNote saver={saver} view={view} />
      {view.save.kind === 'closed' && <div className="mb"><ErrorState error={view.save.error} /></div>}
      {view.conclusion.correction && (
        <Alert variant="light" mb="sm" title={t(`correction.kind.${view.conclusion.correction.kind}`)}>{t('correction.reasonWas', { reason: view.conclusion.correction.reason })}</Alert>
      )}
      <div className="conclusion">
        <section className="panel" aria-label={t('conclusion.form')}>
          {request.patientName !== null && <Identification requestId={request.id} identification={view.conclusion.identification} onIdentified={(identification) => saver.learn({ identification })} />}
          <SchemaForm
            id={FORM}
            schema={form.schema}
            ui={form.ui}
            value={view.answers}
            problems={problems}
            onChange={(answers) => saver.change({ answers, sources: keptSources(view.sources, answers) })}
            onSubmit={(answers) => void make(answers)}
            onField={(name) => setField(isText(name) ? name : null)}
            note={(name) => (
              <>
                {treatment.includes(name) && <TreatmentNote answers={view.answers} field={name} focused={field === name} />}
                <Sources
                  requestId={request.id}
                  sources={view.sources.filter((source) => source.field === name)}
                  onRemove={(removed) => saver.change({ sources: view.sources.filter((source) => source !== removed) })}
                />
              </>
            )}
          />
        </section>
        <InsertPanel
          requestId={request.id}
          profile={request.profileTitle.ru}
          field={field}
          fieldTitle={field === null ? null : titleOf(schema, ui, field)}
          answers={view.answers}
          insert={insert}
        />
      </div>
      <div className="signing-bar">
        {failure !== null && <ErrorState error={failure} />}
        {unidentified && <p className="muted bar-note">{t('identification.needed')}</p>}
        <Group justify="space-between" gap="sm">
          <Button component={Link} to={`/requests/${request.id}`} variant="default">{t('toRequest')}</Button>
          <Group gap="sm">
            <Button type="submit" form={FORM} variant="default" leftSection={<IconEye size={16} aria-hidden />} loading={busy && wanted === 'preview'} onClick={() => setWanted('preview')}>{t('conclusion.preview')}</Button>
            <Button type="submit" form={FORM} loading={busy && wanted === 'sign'} onClick={() => setWanted('sign')}>{t('common:next')}</Button>
          </Group>
        </Group>
      </div>
      <PreviewModal
        document={previewed}
        onClose={() => {
          setPreviewed(null);
          void queries.invalidateQueries({ queryKey: conclusionQuery(request.id).queryKey });
        }}
      />
    </>
  );
}
