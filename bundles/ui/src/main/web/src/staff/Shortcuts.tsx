import { Button, Kbd, Modal, Switch, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyName } from '@/shared/requestWindow';
import { pageShortcuts, usePageShortcuts } from '@/shared/shortcuts';
import { MENU } from './menu';

const STORED = 'consilium.shortcuts';

function readStored(): boolean {
  try {
    return window.localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Keys for the whole frame and their map; they can be switched off, because a speech input may trigger single letters. */
export function Shortcuts() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [opened, map] = useDisclosure(false);
  const [enabled, setEnabled] = useState(readStored);

  useEffect(() => {
    if (!enabled) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || document.querySelector('[aria-modal=true]')) return;
      const tab = event.altKey && !event.shiftKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
      if (tab !== undefined) {
        event.preventDefault();
        void navigate({ to: MENU[Number(tab) - 1]!.to });
      } else if (event.altKey || typing(event.target)) {
        return;
      } else if (event.key === '?') {
        event.preventDefault();
        map.open();
      } else if (event.key === '/' || event.code === 'Slash') {
        const search = document.querySelector<HTMLInputElement>('[data-search]');
        if (!search) return;
        event.preventDefault();
        search.focus();
        search.select();
      } else if (!event.shiftKey) {
        const shortcut = pageShortcuts().find((offered) => offered.code === event.code);
        if (!shortcut) return;
        event.preventDefault();
        shortcut.run();
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [enabled, navigate, map]);

  const rows: [string, string][] = [
    ['/', t('shortcuts.search')],
    ['Alt + 1…9', t('shortcuts.tabs')],
    ['↑ ↓', t('shortcuts.walk')],
    ['Enter', t('shortcuts.open')],
    ...usePageShortcuts().map((shortcut): [string, string] => [keyName(shortcut.code), shortcut.label]),
    ['?', t('shortcuts.help')],
  ];
  return (
    <>
      <Button variant="subtle" color="gray" c="gray.8" size="compact-xs" justify="start" leftSection={<IconKeyboard size={16} aria-hidden />} onClick={map.open} visibleFrom="sm">
        {t('shortcuts.title')}
      </Button>
      <Modal opened={opened} onClose={map.close} title={t('shortcuts.title')} closeButtonProps={{ 'aria-label': t('close') }}>
        <Table mb="md">
          <Table.Thead>
            <Table.Tr><Table.Th>{t('shortcuts.key')}</Table.Th><Table.Th>{t('shortcuts.action')}</Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([key, action]) => <Table.Tr key={key}><Table.Td><Kbd>{key}</Kbd></Table.Td><Table.Td>{action}</Table.Td></Table.Tr>)}
          </Table.Tbody>
        </Table>
        <Switch
          label={t('shortcuts.enabled')}
          checked={enabled}
          onChange={(event) => {
            setEnabled(event.currentTarget.checked);
            try {
              window.localStorage.setItem(STORED, event.currentTarget.checked ? 'on' : 'off');
            } catch {
              // Without storage the choice lasts until the page is closed.
            }
          }}
        />
      </Modal>
    </>
  );
}
