import { collect, type Texts } from '@/shared/i18n';
import common from '@/shared/i18n/ru.json';
import commonErrors from '@/shared/i18n/errors.ru.json';

const features = import.meta.glob<object>('../features/*/ru.json', { eager: true, import: 'default' });
const errors = import.meta.glob<Record<string, string>>('../features/*/errors.ru.json', { eager: true, import: 'default' });

export const russian: Texts = collect(common, features, { ...errors, common: commonErrors });
export const english = (): Promise<Texts> => import('./texts.en').then((module) => module.english);
