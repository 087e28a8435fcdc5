import { type DateStyle } from '../format';
import { useFormat } from '../use-format';

export interface DateTextProps {
  value: string | Date | null | undefined;
  style?: DateStyle;
  /** What stands where there is no date. */
  empty?: string;
}

/** A date in the reader's language; the full one on hover. */
export function DateText({ value, style = 'medium', empty = '–' }: DateTextProps) {
  const format = useFormat();
  if (value === null || value === undefined || value === '') return <>{empty}</>;
  const machine = value instanceof Date ? value.toISOString() : value;
  const full = format.date(value, style === 'dateTime' || style === 'time' ? 'dateTime' : 'long');
  return (
    <time dateTime={machine} title={full}>
      {format.date(value, style)}
    </time>
  );
}

/** Two business dates as a range. */
export function DateRangeText({ start, end }: { start: string; end: string }) {
  return <span className="num">{useFormat().dateRange(start, end)}</span>;
}

export interface NumberTextProps {
  value: number | null | undefined;
  kind?: 'number' | 'percent' | 'euro' | 'hours' | 'bytes';
  digits?: number;
  empty?: string;
}

/** A number in the reader's language, in tabular figures. `percent` takes a share from 0 to 1. */
export function NumberText({ value, kind = 'number', digits, empty = '–' }: NumberTextProps) {
  const format = useFormat();
  if (value === null || value === undefined) return <>{empty}</>;
  const text =
    kind === 'percent'
      ? format.percent(value)
      : kind === 'euro'
        ? format.euro(value)
        : kind === 'bytes'
          ? format.bytes(value)
          : kind === 'hours'
            ? `${format.number(value, digits)} h`
            : format.number(value, digits);
  return <span className="num">{text}</span>;
}
