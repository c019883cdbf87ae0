import { Skeleton, VisuallyHidden } from '@mantine/core';
import card from './company-card.module.css';

/** The shape of a company before anything is known. */
export function CompanySkeleton() {
  return (
    <div className={card.card} aria-busy>
      <VisuallyHidden role="status">Loading the companies</VisuallyHidden>
      <div className={card.summary} aria-hidden>
        <Skeleton height={26} width={96} radius="xl" />
        <Skeleton height={24} width="72%" />
        <Skeleton height={14} width="48%" />
        <Skeleton height={14} />
        <Skeleton height={36} width={120} />
      </div>
      <div className={card.tables} aria-hidden>
        {[88, 80, 84, 76, 82].map((width) => (
          <Skeleton key={width} height={14} width={`${width}%`} m="lg" />
        ))}
      </div>
    </div>
  );
}
