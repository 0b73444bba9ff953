import type { Language } from '@/shared/format';
import faqEn from './faq.en.json';
import faqRu from './faq.ru.json';
import troubleshootingEn from './troubleshooting.en.json';
import troubleshootingRu from './troubleshooting.ru.json';

/** A paragraph, a list, or steps in their order. */
export type Block = string | { list: string[] } | { steps: string[] };

export interface Question {
  id: string;
  question: string;
  answer: Block[];
}

export interface Section {
  id: string;
  title: string;
  items: Question[];
}

interface Troubleshooting {
  title: string;
  intro: string;
  items: string[];
}

/** The hints for a picture that does not come stand among the answers, in the manual's words and order. */
const withVideo = (sections: Section[], { title, intro, items }: Troubleshooting, heading: string): Section[] => {
  const video: Section = { id: 'video', title: heading, items: [{ id: 'trouble', question: title, answer: [intro, { steps: items }] }] };
  const before = sections.findIndex((section) => section.id === 'finish');
  return [...sections.slice(0, before), video, ...sections.slice(before)];
};

const FAQ: Readonly<Record<Language, Section[]>> = {
  ru: withVideo(faqRu as Section[], troubleshootingRu, 'Видеосвязь'),
  en: withVideo(faqEn as Section[], troubleshootingEn, 'Video'),
};

export const faq = (language: Language): Section[] => FAQ[language];

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

const words = (block: Block): string[] => (typeof block === 'string' ? [block] : 'list' in block ? block.list : block.steps);

/** The questions in which, or in whose answers, every word of the search occurs. */
export function searchFaq(sections: readonly Section[], search: string): Section[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...sections];
  const fits = (section: Section, item: Question) => {
    const text = plain([section.title, item.question, ...item.answer.flatMap(words)].join(' '));
    return wanted.every((word) => text.includes(word));
  };
  return sections
    .map((section) => ({ ...section, items: section.items.filter((item) => fits(section, item)) }))
    .filter((section) => section.items.length > 0);
}
