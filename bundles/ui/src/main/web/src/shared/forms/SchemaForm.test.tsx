import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { english, russian } from '@/staff/texts';
import { startI18n, switchLanguage } from '../i18n';
import { type FormValues, SchemaForm, type SchemaFormProps } from './SchemaForm';

const CONDITION = { type: 'string', title: 'Состояние', oneOf: [{ const: 'good', title: 'Удовлетворительное' }, { const: 'bad', title: 'Тяжёлое' }] };

beforeAll(async () => {
  // A form of the library is slow to appear where much is built at once.
  configure({ asyncUtilTimeout: 10_000 });
  await startI18n(russian, english);
  await import('./SchemaFormBody');
}, 60_000);

function Harness({ initial = {}, seen, ...props }: Partial<SchemaFormProps> & { schema: SchemaFormProps['schema']; initial?: FormValues; seen?: (value: FormValues) => void }) {
  const [value, setValue] = useState(initial);
  return (
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <SchemaForm
          id="form"
          value={value}
          onChange={(next) => {
            seen?.(next);
            setValue(next);
          }}
          {...props}
        />
        <button type="submit" form="form">Далее</button>
      </QueryClientProvider>
    </MantineProvider>
  );
}

const submit = () => fireEvent.submit(document.getElementById('form')!);

afterAll(() => configure({ asyncUtilTimeout: 1_000 }));

describe('a form chooses nothing by itself', () => {
  it('neither the first option of a list, nor «no» for an open question, nor the only allowed value', async () => {
    const seen = vi.fn<(value: FormValues) => void>();
    const done = vi.fn();
    render(
      <Harness
        seen={seen}
        onSubmit={done}
        schema={{
          type: 'object',
          required: ['condition', 'visit', 'agreed', 'severity'],
          properties: {
            condition: CONDITION,
            severity: { type: 'string', title: 'Степень', enum: ['лёгкая', 'тяжёлая'] },
            visit: { type: 'boolean', title: 'Нужен очный приём' },
            agreed: { title: 'Согласен', const: true, type: 'boolean' },
          },
        }}
        ui={{ visit: { 'ui:widget': 'yesNo' }, condition: { 'ui:widget': 'radio' } }}
      />,
    );
    await screen.findByText('Состояние');
    for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) expect(radio.checked).toBe(false);
    submit();
    await waitFor(() => expect(document.querySelectorAll('.mantine-InputWrapper-error').length).toBeGreaterThan(0));
    expect(done).not.toHaveBeenCalled();
    for (const [value] of seen.mock.calls) expect(value).toEqual({});
  }, 60_000);
});

describe('what is missing or wrong is said in words', () => {
  it('a required field, and spaces are nothing', async () => {
    const refused = vi.fn();
    render(<Harness onRefused={refused} schema={{ type: 'object', required: ['summary'], properties: { summary: { type: 'string', title: 'Заключение' } } }} initial={{ summary: '   ' }} />);
    await screen.findByLabelText(/Заключение/);
    submit();
    expect(await screen.findByText('Заполните это поле.')).toBeTruthy();
    expect(refused).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(screen.getByLabelText(/Заключение/));
  });

  it('in the language of the screen', async () => {
    render(<Harness schema='{"type":"object","required":["summary"],"properties":{"summary":{"type":"string","title":"Заключение"}}}' ui={{ summary: { 'ui:title': { ru: 'Заключение', en: 'Conclusion' } } }} />);
    await screen.findByLabelText(/Заключение/);
    await act(() => switchLanguage('en'));
    await screen.findByLabelText(/Conclusion/);
    submit();
    expect(await screen.findByText('Fill in this field.')).toBeTruthy();
    await act(() => switchLanguage('ru'));
  });

  it('what the server refused stands at its field', async () => {
    render(<Harness problems={[{ field: 'summary', code: 'signing.required' }]} schema={{ type: 'object', properties: { summary: { type: 'string', title: 'Заключение' } } }} />);
    expect(await screen.findByText('Заполните это поле.')).toBeTruthy();
  });
});

describe('conditions and references', () => {
  const schema = {
    type: 'object',
    properties: { condition: { $ref: '#/$defs/condition' } },
    if: { properties: { condition: { const: 'bad' } }, required: ['condition'] },
    then: { properties: { why: { type: 'string', title: 'Почему', minLength: 5 } }, required: ['why'] },
    $defs: { condition: CONDITION },
  };

  it('bring a field when it is asked for, check it, and leave out what is not asked any more', async () => {
    const done = vi.fn();
    const { unmount } = render(<Harness schema={schema} onSubmit={done} initial={{ condition: 'bad', why: 'да' }} />);
    expect(await screen.findByLabelText(/Почему/)).toBeTruthy();
    submit();
    expect(await screen.findByText('Напишите подробнее: не меньше 5 знаков.')).toBeTruthy();
    unmount();
    render(<Harness schema={schema} onSubmit={done} initial={{ condition: 'good', why: 'да' }} />);
    await screen.findByText('Состояние');
    expect(screen.queryByLabelText(/Почему/)).toBeNull();
    submit();
    await waitFor(() => expect(done).toHaveBeenCalledWith({ condition: 'good' }));
  });
});

it('a schema that cannot be read is said, not shown as an empty form', async () => {
  render(<Harness schema="{" />);
  expect(await screen.findByText(/не удалось прочитать/)).toBeTruthy();
});

it('hints choose among the widgets that there are', async () => {
  render(<Harness schema={{ type: 'object', properties: { a: { type: 'string', title: 'А', description: '<b>x</b>' } } }} ui={{ a: { 'ui:widget': 'file', 'ui:field': 'Evil', 'ui:enableMarkdownInDescription': true } }} />);
  expect(((await screen.findByLabelText('А')) as HTMLInputElement).type).toBe('text');
  expect(screen.getByText('<b>x</b>')).toBeTruthy();
});

it('shows below a field what the page says now, also when nothing of the form changed', async () => {
  const schema = { type: 'object', properties: { text: { type: 'string', title: 'Текст' } } };
  const { rerender } = render(<Harness schema={schema} note={(name) => <i>{`${name}: первое`}</i>} />);
  await screen.findByText('text: первое');
  rerender(<Harness schema={schema} note={(name) => <i>{`${name}: второе`}</i>} />);
  await screen.findByText('text: второе');
});
