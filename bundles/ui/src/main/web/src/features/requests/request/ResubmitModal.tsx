import { Textarea, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldProblem, isApiError } from '@/shared/api/client';
import type { FormAnswers } from '@/shared/api/types';
import { SchemaForm } from '@/shared/forms/SchemaForm';
import type { RequestPartProps } from '@/shared/requestWindow';
import { useFormat } from '@/shared/session';
import { resubmitRequest } from '../api';
import { COMMENT_LIMIT } from '../wizard/contactCheck';
import { ActModal } from './ActModal';

/** «Отправить повторно»: the filer mends what he answered, and the request goes to the stage from which it came back. */
export function ResubmitModal({ request, opened, onClose }: RequestPartProps) {
  const format = useFormat();
  const [answers, setAnswers] = useState<FormAnswers>(() => Object.fromEntries(request.forms.map((form) => [form.id, form.answers])));
  const [comment, setComment] = useState(request.comment ?? '');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { t } = useTranslation('requests');
  useEffect(() => {
    if (opened) setProblems([]);
  }, [opened]);
  const act = async (text: string) => {
    try {
      return await resubmitRequest(request.id, { forms: answers, comment: comment.trim() || null, text: text || null, version: request.version });
    } catch (error) {
      if (isApiError(error, 'requests.incomplete')) setProblems(error.problems);
      throw error;
    }
  };
  return (
    <ActModal request={request} opened={opened} onClose={onClose} texts="resubmit" reasonRequired={false} act={act}>
      {request.forms.map((form) => {
        const prefix = `forms/${form.id}/`;
        return (
          <section key={form.id} className="mb">
            {form.title && <Title order={3} mb={4}>{format.text(form.title)}</Title>}
            <SchemaForm
              id={`resubmit-${form.id}`}
              nested
              schema={form.form.schema}
              ui={form.form.ui}
              value={answers[form.id] ?? {}}
              problems={problems.filter((problem) => problem.field.startsWith(prefix)).map(({ field, code }) => ({ field: field.slice(prefix.length), code }))}
              onChange={(value) => setAnswers((before) => ({ ...before, [form.id]: value }))}
            />
          </section>
        );
      })}
      {request.email !== null && (
        <Textarea
          label={t('wizard.contact.comment')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={COMMENT_LIMIT}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          mb="sm"
        />
      )}
    </ActModal>
  );
}
