import { addDays } from '@softmob/ui';

/** A stay as the board lists it. */
export interface StayRow {
  id: string;
  stage: string;
  startsOn: string;
  endsOn: string;
  arrivedOn?: string | null | undefined;
  participant: { firstName?: string | null | undefined; lastName?: string | null | undefined };
  flow: { id: string; code: string; town: string };
  company?: { name: string } | null | undefined;
  attendanceSummary: { days: number; present: number; workingDays: number; complete: boolean };
  monitoring: {
    diaryDays: number;
    lastDiaryDay?: string | null | undefined;
    reportsDue: number;
    missingReportWeeks: readonly string[];
    reportsWithConcerns: number;
    evaluated?: boolean;
  };
}

export const nameOf = ({ participant }: StayRow): string =>
  [participant.lastName, participant.firstName].filter(Boolean).join(', ');

/** Arrivals are looked at from a week before. */
const AHEAD_DAYS = 7;
/** So many days without a diary entry are worth a question. */
const QUIET_DAYS = 4;

const soon = ({ stage, startsOn }: StayRow, today: string) =>
  stage === 'confirmed' && startsOn <= addDays(today, AHEAD_DAYS);

/** Whether the participant is abroad and has written nothing for days. */
export function diaryQuiet({ stage, arrivedOn, startsOn, monitoring }: StayRow, today: string): boolean {
  if (stage !== 'abroad') return false;
  return (monitoring.lastDiaryDay ?? arrivedOn ?? startsOn) <= addDays(today, -QUIET_DAYS);
}

/** Whether the arrival is overdue: the stay has begun and nobody has confirmed it. */
export const arrivalLate = ({ stage, startsOn }: StayRow, today: string): boolean =>
  stage === 'confirmed' && startsOn < today;

/** Whether the stay is over and nobody has confirmed the return. */
export const mayReturn = ({ stage, endsOn }: StayRow, today: string): boolean => stage === 'abroad' && endsOn <= today;
export const mayArrive = ({ stage, startsOn }: StayRow, today: string): boolean =>
  stage === 'confirmed' && startsOn <= addDays(today, AHEAD_DAYS);

/** Whether somebody should look at it. */
export function hasGap(row: StayRow, today: string): boolean {
  const { monitoring } = row;
  return (
    arrivalLate(row, today) ||
    diaryQuiet(row, today) ||
    (row.stage !== 'confirmed' && monitoring.missingReportWeeks.length > 0) ||
    (row.stage === 'abroad' && row.endsOn < today)
  );
}

export const VIEWS = ['now', 'arrivals', 'gaps', 'concerns', 'back', 'all'] as const;
export type View = (typeof VIEWS)[number];

const IN_VIEW: Readonly<Record<View, (row: StayRow, today: string) => boolean>> = {
  now: (row, today) => row.stage === 'abroad' || soon(row, today),
  arrivals: soon,
  gaps: hasGap,
  concerns: ({ monitoring }) => monitoring.reportsWithConcerns > 0,
  back: ({ stage }) => stage === 'back',
  all: () => true,
};

export const inView = (view: string, row: StayRow, today: string): boolean =>
  (IN_VIEW[view as View] ?? IN_VIEW.now)(row, today);
