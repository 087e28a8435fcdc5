import { styled } from '@mui/material/styles';
import { useFormat, useToday } from '@softmob/portal-kit';
import { StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type BoardNode } from './board-documents';
import { Cut } from '../shared/cut';
import { nameOf } from './board-rows';

const STAGES: Readonly<Record<string, StateKey>> = {
  selected: 'draft',
  proposed: 'waiting',
  confirmed: 'done',
  abroad: 'abroad',
  back: 'done',
  withdrawn: 'blocked',
};

const Quiet = styled('span')(({ theme }) => ({ color: theme.palette.text.secondary }));
const Minor = styled('small')(({ theme }) => ({
  padding: '0 5px',
  borderRadius: 4,
  fontSize: '0.75rem',
  fontWeight: 550,
  color: theme.palette.text.secondary,
  border: `1px solid ${theme.palette.divider}`,
}));
const Bar = styled('span')(({ theme }) => ({
  display: 'inline-grid',
  gridTemplateColumns: '44px auto auto',
  alignItems: 'center',
  gap: 8,
  '& i': {
    position: 'relative',
    height: 5,
    borderRadius: 3,
    overflow: 'hidden',
    backgroundColor: theme.palette.divider,
  },
  '& b': { position: 'absolute', inset: '0 auto 0 0', borderRadius: 3, backgroundColor: theme.palette.brand.main },
  '& em': { fontStyle: 'normal', fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

export function NameCell({ row }: { row: BoardNode }) {
  const { t } = useTranslation('cockpit');
  return (
    <>
      <span>{nameOf(row)}</span>
      {row.participant.minor && <Minor title={t('board.minorHint')}>{t('board.minor')}</Minor>}
    </>
  );
}

export function StageCell({ stage }: { stage: string }) {
  const { t } = useTranslation('cockpit');
  return <StateChip state={STAGES[stage] ?? 'draft'} label={t(`stage.${stage}`)} />;
}

interface CellProps {
  row: BoardNode;
  /** Width in px beyond which text is cut, in the table. */
  cut?: number;
}

/** The company, or what the placement waits for. */
export function CompanyCell({ row: { company, placement, stage }, cut }: CellProps) {
  const { t } = useTranslation('cockpit');
  if (company) {
    return (
      <Cut title={company.name} style={{ maxWidth: cut }}>
        {company.name}
        {placement?.status === 'proposed' && <Quiet> · {t('board.proposed')}</Quiet>}
      </Cut>
    );
  }
  if (placement) return <StateChip plain state="waiting" label={t('board.requested')} />;
  return <Quiet>{stage === 'withdrawn' ? '–' : t('board.noCompany')}</Quiet>;
}

/** Tasks done of all, and how many are late. */
export function TasksCell({ row: { progress, stage } }: { row: BoardNode }) {
  const { t } = useTranslation('cockpit');
  if (!progress) return <Quiet>–</Quiet>;
  const { done, tasks, late, ready } = progress;
  const before = stage === 'selected' || stage === 'proposed' || stage === 'confirmed';
  return (
    <Bar>
      <i aria-hidden>
        <b style={{ width: `${String((100 * done) / Math.max(1, tasks))}%` }} />
      </i>
      <em className="num" title={t('board.doneOfHint', { done, tasks })}>
        {t('board.doneOf', { done, tasks })}
      </em>
      {late > 0 ? (
        <StateChip plain state="blocked" label={t('board.lateCount', { count: late })} />
      ) : done === tasks ? (
        <StateChip plain state="done" label={t('board.closed')} />
      ) : (
        before && ready && <StateChip plain state="done" label={t('board.ready')} />
      )}
    </Bar>
  );
}

/** The task that is due first, when, and who holds it. */
export function NextCell({ row: { progress, stage }, cut }: CellProps) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const today = useToday();
  const next = progress?.next;
  if (!next || stage === 'withdrawn') return <Quiet>–</Quiet>;
  return (
    <span title={`${next.title} · ${t(`kit:audience.${next.role}`)} · ${format.date(next.dueOn, 'long')}`}>
      <Cut style={{ maxWidth: cut }}>{next.title}</Cut>{' '}
      <Quiet className="num">· {format.relativeDays(next.dueOn, today)}</Quiet>
    </span>
  );
}
