import { useToday } from '@softmob/portal-kit';
import { useFormat } from '@softmob/ui';

/** The time of a message of today, else its day. */
export function ShortTime({ at }: { at: string }) {
  const format = useFormat();
  const today = useToday();
  return (
    <time dateTime={at} className="num">
      {format.date(at, at.slice(0, 10) === today ? 'time' : 'short')}
    </time>
  );
}
