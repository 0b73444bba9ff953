import { useTranslation } from 'react-i18next';

/** The blue circle with the number of unread messages. */
export function Unread({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  const label = t('menu.unread', { count });
  return (
    <span className="count count-unread" title={label}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
