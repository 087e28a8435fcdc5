import CloseOutlined from '@mui/icons-material/CloseOutlined';
import DragIndicatorOutlined from '@mui/icons-material/DragIndicatorOutlined';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { StateChip, useFormat } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardLearner, type BoardOffer, type Conflict, isRefusal, offersFor } from './board';
import { PlacementStatus, type StatusReader } from './status';

const Root = styled('li')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '20px 24px minmax(0, 1.25fr) minmax(170px, 1fr) 136px 64px',
  gap: '2px 10px',
  alignItems: 'center',
  minHeight: 48,
  padding: '4px 6px 4px 4px',
  '&:hover': { backgroundColor: theme.palette.surface.hover },
  '&[data-picked]': { backgroundColor: theme.palette.brand.soft },
  '&[draggable="true"]': { cursor: 'grab' },
  '& > svg': { fontSize: 18, color: theme.palette.text.secondary },
  '& .who': { minWidth: 0, display: 'grid' },
  '& .who strong': { fontWeight: 550, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .who small': { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  '& input[type="checkbox"]': { width: 18, height: 18, margin: 0 },
  '& .pick': { display: 'grid', placeItems: 'center', minHeight: 32, cursor: 'pointer' },
  '& select': {
    font: 'inherit',
    fontSize: '0.875rem',
    width: '100%',
    minHeight: 34,
    padding: '4px 22px 4px 8px',
    textOverflow: 'ellipsis',
    color: theme.palette.text.primary,
    border: `1px solid ${theme.palette.surface.outline}`,
    borderRadius: 6,
    backgroundColor: theme.palette.background.paper,
  },
  '& select:focus-visible': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: 1 },
  '& .end': { display: 'flex', justifyContent: 'end' },
  '& .conflicts': { display: 'flex', flexWrap: 'wrap', gap: 4, margin: '4px 0' },
  '& .note': { gridColumn: '3 / -1', fontSize: '0.8125rem', color: theme.palette.state.atRisk.fg },
  [theme.breakpoints.down('sm')]: {
    gridTemplateColumns: '28px minmax(0, 1fr) auto',
    padding: '8px',
    '& > svg': { display: 'none' },
    '& .company, & .states': { gridColumn: '2 / -1' },
    '& .end': { gridColumn: 3, gridRow: 1 },
    '& select': { minHeight: 44, fontSize: '1rem' },
    '& .note': { gridColumn: '2 / -1' },
  },
}));

export interface LearnerRowProps {
  learner: BoardLearner;
  offers: readonly BoardOffer[];
  left: ReadonlyMap<string, number>;
  chosen: BoardOffer | null;
  conflicts: readonly Conflict[];
  /** Chosen here, but not stored yet. */
  planned: boolean;
  reader: StatusReader;
  picked: boolean;
  busy: boolean;
  onToggle: () => void;
  onPlace: (capacityId: string) => void;
  onClear?: (() => void) | undefined;
  onDrag: (id: string | null) => void;
  action?: ReactNode;
}

function useOfferLabel(left: ReadonlyMap<string, number>) {
  const { t } = useTranslation('placements');
  return (offer: BoardOffer) =>
    offer.open
      ? t('board.option', { company: offer.company, count: Math.max(0, left.get(offer.id) ?? 0) })
      : t('board.optionClosed', { company: offer.company });
}

function CompanyList({ learner, offers, left, chosen, busy, onPlace }: LearnerRowProps) {
  const { t } = useTranslation('placements');
  const label = useOfferLabel(left);
  const sorted = offersFor(learner, offers, left);
  const same = sorted.filter((offer) => offer.occupation.toLowerCase() === learner.occupation.toLowerCase());
  const others = sorted.filter((offer) => !same.includes(offer));
  const option = (offer: BoardOffer) => (
    <option key={offer.id} value={offer.id}>
      {offer.id === chosen?.id ? `${offer.company}, ${offer.town}` : label(offer)}
    </option>
  );
  return (
    <select
      aria-label={t('board.companyFor', { name: learner.name })}
      value={chosen?.id ?? ''}
      disabled={busy}
      onChange={({ target }) => target.value && onPlace(target.value)}
    >
      <option value="" disabled>
        {t('board.choose')}
      </option>
      {same.length > 0 && <optgroup label={learner.occupation}>{same.map(option)}</optgroup>}
      {others.length > 0 && <optgroup label={t('board.otherOccupations')}>{others.map(option)}</optgroup>}
    </select>
  );
}

/** One learner of the board: who, where, and what speaks against it. */
export function LearnerRow(props: LearnerRowProps) {
  const { learner, chosen, conflicts, planned, reader, picked, busy, onToggle, onClear, onDrag, action } = props;
  const { t } = useTranslation('placements');
  const format = useFormat();
  const settled = learner.status === 'confirmed';
  return (
    <Root
      data-picked={picked || undefined}
      draggable={!settled && !busy}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', learner.name);
        onDrag(learner.id);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <DragIndicatorOutlined aria-hidden style={{ visibility: settled ? 'hidden' : 'visible' }} />
      <label className="pick" style={{ visibility: settled ? 'hidden' : 'visible' }}>
        <input
          type="checkbox"
          checked={picked}
          onChange={onToggle}
          aria-label={t('board.pick', { name: learner.name })}
        />
      </label>
      <div className="who">
        <strong title={format.dateRange(learner.starts, learner.ends)}>{learner.name}</strong>
        <small>{learner.detail}</small>
      </div>
      <div className="company">
        {settled ? <span>{learner.where}</span> : <CompanyList {...props} />}
        {chosen && conflicts.length > 0 && (
          <div className="conflicts">
            {conflicts.map((conflict) => (
              <StateChip
                key={conflict}
                state={isRefusal(conflict) ? 'blocked' : 'atRisk'}
                label={t(`conflict.${conflict}`)}
                title={t(`conflictHint.${conflict}`, { company: chosen.company, occupation: chosen.occupation })}
              />
            ))}
          </div>
        )}
      </div>
      <div className="states">
        {planned ? (
          <StateChip state="draft" label={t('board.planned')} title={t('board.plannedHint')} />
        ) : (
          <PlacementStatus status={learner.status} reader={reader} />
        )}
      </div>
      <div className="end">
        {planned && onClear ? (
          <IconButton
            size="small"
            aria-label={t('board.clear', { name: learner.name })}
            title={t('board.clearShort')}
            onClick={onClear}
          >
            <CloseOutlined fontSize="small" />
          </IconButton>
        ) : (
          action
        )}
      </div>
      {learner.note !== undefined && !chosen && <p className="note">{learner.note}</p>}
    </Root>
  );
}
