import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { StateChip } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardLearner, type BoardOffer, type Conflict, conflictsOf, isRefusal } from './board';
import { Places } from './places';

const Card = styled('li')(({ theme }) => ({
  display: 'grid',
  gap: 6,
  padding: '10px 12px',
  border: `1px solid ${theme.palette.divider}`,
  borderRadius: 8,
  backgroundColor: theme.palette.background.paper,
  transition: 'border-color 120ms, background-color 120ms',
  '& header': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 10px' },
  '& header > div': { flex: '1 1 140px', minWidth: 0, display: 'grid' },
  '& header strong': { fontWeight: 550, overflowWrap: 'anywhere' },
  '& small': { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  '& .here': { fontSize: '0.8125rem', overflowWrap: 'anywhere' },
  '&[data-target="yes"]': { borderColor: theme.palette.brand.main, borderStyle: 'dashed' },
  '&[data-target="no"]': {
    borderColor: theme.palette.state.blocked.line,
    backgroundColor: theme.palette.surface.sunken,
  },
  '&[data-over="true"]': { backgroundColor: theme.palette.brand.soft },
  '&[data-over="true"][data-target="no"]': { backgroundColor: theme.palette.state.blocked.bg },
}));

/** What would be wrong if these learners came here too. */
function conflictsFor(
  moving: readonly BoardLearner[],
  here: readonly BoardLearner[],
  offer: BoardOffer,
  left: number,
): Conflict[] {
  const newcomers = moving.filter((learner) => !here.includes(learner));
  return [...new Set(newcomers.flatMap((learner) => conflictsOf(learner, offer, left - newcomers.length)))];
}

export interface OfferCardProps {
  offer: BoardOffer;
  left: number;
  here: readonly BoardLearner[];
  /** Who would come here. */
  moving: readonly BoardLearner[];
  dragging: boolean;
  busy: boolean;
  onDrop: () => void;
}

/** A company with its places: takes learners by a drop or by its button. */
export function OfferCard({ offer, left, here, moving, dragging, busy, onDrop }: OfferCardProps) {
  const { t } = useTranslation('placements');
  const [over, setOver] = useState(false);
  const conflicts = conflictsFor(moving, here, offer, left);
  const newcomers = moving.filter((learner) => !here.includes(learner)).length;
  const refused = conflicts.some(isRefusal);
  const words = t('board.places', { left: Math.max(0, left), places: offer.places });
  const target = newcomers > 0 ? (refused ? 'no' : 'yes') : undefined;
  return (
    <Card
      data-target={target}
      data-over={over && dragging}
      onDragOver={(event) => {
        if (refused || !dragging) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
      }}
      onDragEnter={() => setOver(true)}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!refused) onDrop();
      }}
    >
      <header>
        <div>
          <strong>{offer.company}</strong>
          <small>{t('board.offerDetail', { occupation: offer.occupation, town: offer.town })}</small>
        </div>
        <Places places={offer.places} own={here.length} left={offer.open ? left : 0} label={words} />
        <small className="num">{offer.open ? words : t('conflict.closed')}</small>
      </header>
      {here.length > 0 && <p className="here">{here.map(({ name }) => name).join(', ')}</p>}
      {newcomers > 0 && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, alignItems: 'center' }}>
          {!refused && (
            <Button size="small" variant="outlined" startIcon={<AddOutlined />} disabled={busy} onClick={onDrop}>
              {t('board.placeHere', { count: newcomers, company: offer.company })}
            </Button>
          )}
          {conflicts.map((conflict) => (
            <StateChip
              key={conflict}
              state={isRefusal(conflict) ? 'blocked' : 'atRisk'}
              label={t(`conflict.${conflict}`)}
              title={t(`conflictHint.${conflict}`, { company: offer.company, occupation: offer.occupation })}
            />
          ))}
        </div>
      )}
    </Card>
  );
}
