import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScheduleTemplate } from '@/shared/api/types';
import { EmptyState, ErrorState, LoadingRows } from '@/shared/components';
import { useFormat, useMe } from '@/shared/session';
import { DeleteTemplateModal } from './DeleteTemplateModal';
import { fetchTemplates } from './endpoints';
import { byDoctor } from './byDoctor';
import { TemplateFacts } from './TemplateFacts';
import { TemplateModal, type Editing } from './TemplateModal';
import type { Doctor } from './useDoctors';
import { useMayChange } from './useMayChange';

interface Props {
  /** null: the templates of all doctors. */
  filter: Doctor | null;
  /** Whose calendar is shown. */
  shown: Doctor;
  onShow: (doctor: Doctor) => void;
}

/** The schedule templates of the consultants, the reader's own first (S030). */
export function TemplateList({ filter, shown, onShow }: Props) {
  const { t } = useTranslation('scheduling');
  const me = useMe();
  const format = useFormat();
  const today = format.dayKey(new Date());
  const mayChange = useMayChange();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [deleting, setDeleting] = useState<ScheduleTemplate | null>(null);
  const doctor = filter?.id ?? null;
  const templates = useQuery({ queryKey: ['scheduling', 'templates', doctor], queryFn: ({ signal }) => fetchTemplates(doctor, signal) });
  const groups = useMemo(() => byDoctor(templates.data ?? [], me.accountId, today), [templates.data, me.accountId, today]);

  return (
    <section className="panel schedule-templates" aria-labelledby="templates-title">
      <div className="schedule-head">
        <h2 id="templates-title">{t('templates')}</h2>
        {mayChange(shown.id) && (
          <Button size="compact-xs" variant="light" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEditing({ doctor: shown, template: null })}>
            {t('addTemplate')}
          </Button>
        )}
      </div>
      <div className="schedule-scroll">
        {templates.isPending && <LoadingRows rows={5} height={36} />}
        {templates.isError && <ErrorState error={templates.error} retry={() => void templates.refetch()} />}
        {templates.isSuccess && groups.length === 0 && (
          <EmptyState title={t(filter === null ? 'noTemplates' : 'noTemplatesOf')}>{t('noTemplatesText')}</EmptyState>
        )}
        {groups.map((group) => (
          <section key={group.doctorId} className="schedule-group" aria-labelledby={`doctor-${group.doctorId}`}>
            <h3 id={`doctor-${group.doctorId}`}>
              <button
                type="button"
                className="schedule-doctor-name"
                aria-pressed={shown.id === group.doctorId}
                aria-label={t('showCalendar', { name: group.doctorName })}
                onClick={() => onShow({ id: group.doctorId, name: group.doctorName, organisationId: null, detail: '' })}
              >
                {group.doctorName}
                {group.doctorId === me.accountId && ` (${t('you')})`}
              </button>
            </h3>
            <ul>
              {group.templates.map((template) => (
                <li key={template.id} className="template">
                  <TemplateFacts template={template} />
                  {mayChange(group.doctorId) && (
                    <Menu position="bottom-end" withinPortal>
                      <Menu.Target>
                        <ActionIcon variant="subtle" color="gray.7" aria-label={t('menuOf', { title: template.title })}><IconDots size={18} aria-hidden /></ActionIcon>
                      </Menu.Target>
                      <Menu.Dropdown>
                        <Menu.Item
                          leftSection={<IconPencil size={16} aria-hidden />}
                          onClick={() => setEditing({ doctor: { id: group.doctorId, name: group.doctorName, organisationId: null, detail: '' }, template })}
                        >
                          {t('edit')}
                        </Menu.Item>
                        <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setDeleting(template)}>{t('delete')}</Menu.Item>
                      </Menu.Dropdown>
                    </Menu>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <TemplateModal editing={editing} onClose={() => setEditing(null)} />
      <DeleteTemplateModal template={deleting} onClose={() => setDeleting(null)} />
    </section>
  );
}
