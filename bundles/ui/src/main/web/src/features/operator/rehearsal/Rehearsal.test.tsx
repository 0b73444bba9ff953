import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, fireEvent, render, screen } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startI18n } from '@/shared/i18n';
import { english, russian } from '@/staff/texts';
import { Rehearsal } from './Rehearsal';
import type { RouteFile } from './routeFile';

vi.mock('@tanstack/react-router', () => ({ useNavigate: () => () => {}, useSearch: () => ({}) }));

const bundled = (name: string): RouteFile =>
  JSON.parse(readFileSync(`../../../../routes/general/src/main/resources/OSGI-INF/consilium/routes/${name}.json`, 'utf8')) as RouteFile;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeAll(async () => {
  configure({ asyncUtilTimeout: 15_000 });
  // jsdom has no fonts; a text area that grows asks for them.
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  window.scrollTo = () => {};
  await startI18n(russian, english);
  await import('@/shared/forms/SchemaFormBody');
}, 60_000);
afterEach(() => vi.unstubAllGlobals());

function walk(file: RouteFile): { asked: string[]; closed: () => boolean } {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (target: string) => {
    asked.push(target);
    throw new Error('nothing may reach the server');
  });
  let closed = false;
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <Rehearsal file={file} onClose={() => (closed = true)} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { asked, closed: () => closed };
}

it('goes through every screen of a bundled route without a word to the server', async () => {
  const file = bundled('patient-covid');
  const { asked, closed } = walk(file);
  expect(screen.getByText(file.notice!.ru)).toBeTruthy();
  press('Далее');

  fireEvent.change(await screen.findByRole('textbox', { name: 'СНИЛС' }), { target: { value: '160-001-483 92' } });
  fireEvent.submit(screen.getByRole('textbox', { name: 'СНИЛС' }).closest('form')!);
  fireEvent.click(await screen.findByRole('button', { name: /^Выбрать: Образцов/ }));
  fireEvent.change(await screen.findByRole('textbox', { name: /почта/ }), { target: { value: 'primer@example.org' } });
  press('Далее');
  // The route may ask for files before it asks who consults.
  if (file.steps?.some(({ kind }) => kind === 'DOCUMENTS')) {
    await screen.findByText(/прикладывает файлы/);
    press('Далее');
  }
  fireEvent.click(await screen.findByRole('radio', { name: /^Коллегина/ }));
  press('Сохранить');
  fireEvent.click((await screen.findAllByRole('radio', { name: /:00$/ }))[0]!);
  press('Сохранить');

  await screen.findByText('До приёма пациент отвечает на вопросы анкеты на своей странице.');
  await screen.findByRole('button', { name: 'Отправить анкету' });
  press('Далее');
  await screen.findByText('Завершить с загрузкой заключения');
  expect(screen.getByText(file.reasons![0]!.title.ru)).toBeTruthy();
  press('Проверить заполнение');
  await screen.findAllByText('Заполните это поле.');
  fireEvent.click(screen.getAllByRole('button', { name: 'Закончить репетицию' })[0]!);
  expect(closed()).toBe(true);
  expect(asked).toEqual([]);
}, 90_000);

it('says whose turn it is on a route with a coordinator, by when, and what ends it', async () => {
  const file: RouteFile = { ...bundled('doctor'), steps: [{ kind: 'PROFILE' }, { kind: 'CONSULTANT' }] };
  walk(file);
  press('Далее');
  fireEvent.click(await screen.findByRole('radio', { name: /^Коллегина/ }));
  const urgency = screen.queryAllByRole('radio', { name: /Планов/ })[0];
  if (urgency) fireEvent.click(urgency);
  press(/^(Сохранить|Подать)/);
  const stage = file.stages![0]!;
  await screen.findByText(new RegExp(`^${stage.title.ru}: координатор`));
  expect(screen.getByText('Срок ответа')).toBeTruthy();
}, 60_000);
