import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardLearner, type BoardOffer, conflictsOf, leftAt, placeOf, type Plan } from './board';
import { LearnerRow } from './learner-row';
import { OfferCard } from './offer-card';
import { type StatusReader } from './status';

const Columns = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) clamp(300px, 32%, 400px)',
  gap: 20,
  alignItems: 'start',
  '& > section > header': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: 36,
    marginBottom: 4,
  },
  '& h2': { fontSize: '0.875rem', fontWeight: 600 },
  '& h2 > span': { color: theme.palette.text.secondary, fontWeight: 400, marginInlineStart: 4 },
  '& > .offers': { position: 'sticky', top: 72, maxHeight: 'calc(100dvh - 96px)', overflowY: 'auto', paddingRight: 2 },
  [theme.breakpoints.down('md')]: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& > .offers': { position: 'static', maxHeight: 'none' },
  },
}));
const Rows = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  padding: 0,
  border: `1px solid ${theme.palette.divider}`,
  borderRadius: 10,
  backgroundColor: theme.palette.background.paper,
  overflow: 'clip',
  '& > li + li': { borderTop: `1px solid ${theme.palette.divider}` },
}));
const Cards = styled('ul')({ listStyle: 'none', padding: 0, display: 'grid', gap: 8 });

export interface MatchBoardProps {
  learners: readonly BoardLearner[];
  offers: readonly BoardOffer[];
  plan: Plan;
  /** Puts learners at an offer, whether by a drop, by the button of the card or by the list in the row. */
  onPlace: (mobilityIds: readonly string[], capacityId: string) => void;
  /** Takes back what is planned only. */
  onClear?: (mobilityId: string) => void;
  picked: ReadonlySet<string>;
  onPick: (next: ReadonlySet<string>) => void;
  /** What else one can do with a learner. */
  rowAction?: (learner: BoardLearner) => ReactNode;
  /** For whom a learner's state is worded. */
  readerOf: (learner: BoardLearner) => StatusReader;
  busy?: boolean;
}

/**
 * Learners on the left, companies with their places on the right. A learner is put at a company by dragging, by
 * picking and pressing the company's button, or by the list in the row: the last two need no mouse.
 */
export function MatchBoard(props: MatchBoardProps) {
  const { learners, offers, plan, onPlace, onClear, picked, onPick, rowAction, readerOf, busy = false } = props;
  const { t } = useTranslation('placements');
  const [dragged, setDragged] = useState<string | null>(null);
  const left = useMemo(() => leftAt(learners, offers, plan), [learners, offers, plan]);
  const offerById = useMemo(() => new Map(offers.map((offer) => [offer.id, offer])), [offers]);
  const moving = dragged === null || picked.has(dragged) ? [...picked] : [dragged];
  const movable = learners.filter((learner) => moving.includes(learner.id) && learner.status !== 'confirmed');
  // The companies of the occupations at hand come first, so that the way there is short.
  const wanted = new Set(learners.filter(({ id }) => picked.has(id)).map(({ occupation }) => occupation.toLowerCase()));
  const fits = (offer: BoardOffer) => (wanted.has(offer.occupation.toLowerCase()) ? 0 : 1);
  const cards = wanted.size > 0 ? [...offers].sort((a, b) => fits(a) - fits(b)) : offers;
  const open = learners.filter(({ status }) => status !== 'confirmed').map(({ id }) => id);
  const allPicked = open.every((id) => picked.has(id));
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    onPick(next);
  };
  const drop = (capacityId: string) => {
    setDragged(null);
    if (movable.length > 0)
      onPlace(
        movable.map(({ id }) => id),
        capacityId,
      );
  };
  return (
    <Columns>
      <section aria-label={t('board.learners')}>
        <header>
          <h2>
            {t('board.learners')} <span className="num">{learners.length}</span>
          </h2>
          {open.length > 0 && (
            <Button size="small" onClick={() => onPick(allPicked ? new Set() : new Set(open))}>
              {allPicked ? t('board.pickNone') : t('board.pickAll', { count: open.length })}
            </Button>
          )}
        </header>
        <Rows>
          {learners.map((learner) => {
            const offer = offerById.get(placeOf(learner, plan) ?? '');
            return (
              <LearnerRow
                key={learner.id}
                learner={learner}
                offers={offers}
                left={left}
                chosen={offer ?? null}
                conflicts={
                  offer && learner.status !== 'confirmed' ? conflictsOf(learner, offer, left.get(offer.id) ?? 0) : []
                }
                planned={plan[learner.id] !== undefined && plan[learner.id] !== learner.capacityId}
                reader={readerOf(learner)}
                picked={picked.has(learner.id)}
                busy={busy}
                onToggle={() => toggle(learner.id)}
                onPlace={(capacityId) => onPlace([learner.id], capacityId)}
                onClear={onClear && (() => onClear(learner.id))}
                onDrag={setDragged}
                action={rowAction?.(learner)}
              />
            );
          })}
        </Rows>
      </section>
      <section className="offers" aria-label={t('board.companies')} tabIndex={0}>
        <header>
          <h2>
            {t('board.companies')} <span className="num">{offers.length}</span>
          </h2>
        </header>
        <Cards>
          {cards.map((offer) => (
            <OfferCard
              key={offer.id}
              offer={offer}
              left={left.get(offer.id) ?? 0}
              here={learners.filter((learner) => placeOf(learner, plan) === offer.id)}
              moving={movable}
              dragging={dragged !== null}
              busy={busy}
              onDrop={() => drop(offer.id)}
            />
          ))}
        </Cards>
      </section>
    </Columns>
  );
}
