import { formatAge, formatInstant } from './format.ts';
import { useNow } from './use-now.ts';

/** How long ago something was, kept right by itself; the exact time is its tooltip. */
export function RelativeTime({ instant }: { instant: string }) {
  const now = useNow(1000);
  const date = new Date(instant);
  return (
    <time dateTime={instant} title={formatInstant(date)}>
      {formatAge(date, now)}
    </time>
  );
}
