import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Grey lines in the place of what is still being loaded. */
export function LoadingRows({ rows = 8, height = 18 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div className="loading" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} height={height} radius="sm" width={`${92 - ((i * 17) % 30)}%`} />
      ))}
    </div>
  );
}
