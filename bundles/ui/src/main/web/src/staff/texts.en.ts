import { collect, type Texts } from '@/shared/i18n';
import common from '@/shared/i18n/en.json';
import commonErrors from '@/shared/i18n/errors.en.json';

const features = import.meta.glob<object>('../features/*/en.json', { eager: true, import: 'default' });
const errors = import.meta.glob<Record<string, string>>('../features/*/errors.en.json', { eager: true, import: 'default' });

export const english: Texts = collect(common, features, { ...errors, common: commonErrors });
