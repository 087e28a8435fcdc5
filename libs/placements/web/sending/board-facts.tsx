import { StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type BoardLearner, changesOf, placeOf, type Plan } from '../shared/board';

/** How many learners are without a company, planned, with the host, confirmed. */
export function BoardFacts({ learners, plan }: { learners: readonly BoardLearner[]; plan: Plan }) {
  const { t } = useTranslation('placements');
  const without = learners.filter((learner) => learner.status === 'selected' && placeOf(learner, plan) === null).length;
  const planned = changesOf(learners, plan).length;
  const waiting = learners.filter(({ status }) => status === 'requested' || status === 'proposed').length;
  const confirmed = learners.filter(({ status }) => status === 'confirmed').length;
  return (
    <div className="facts" role="status">
      {without > 0 && <StateChip state="atRisk" size="medium" label={t('facts.without', { count: without })} />}
      {planned > 0 && <StateChip state="draft" size="medium" label={t('facts.planned', { count: planned })} />}
      {waiting > 0 && <StateChip state="waiting" size="medium" label={t('facts.waiting', { count: waiting })} />}
      <StateChip
        state="done"
        size="medium"
        label={t('facts.confirmed', { count: confirmed, total: learners.length })}
      />
    </div>
  );
}
