import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type Attainment, ATTAINMENT_LABELS } from '@softmob/learning-model';
import { StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { byUnit } from './outcome-grid';
import { type OutcomeView, type RatingView } from './types';
import { useSay } from './use-say';

const TONES: Record<string, StateKey> = {
  notYet: 'blocked',
  withHelp: 'atRisk',
  independently: 'done',
  inNewSituations: 'done',
};

function Judged({ label, rating }: { label: string; rating: RatingView | null }) {
  const { say } = useSay();
  if (!rating) return null;
  return (
    <span>
      <Typography component="span" variant="caption" color="textSecondary">
        {label}{' '}
      </Typography>
      <StateChip
        state={TONES[rating.attainment] ?? 'draft'}
        label={say(ATTAINMENT_LABELS[rating.attainment as Attainment])}
        title={rating.comment ?? undefined}
        plain
      />
    </span>
  );
}

/** Outcomes as they were judged: by the tutor at mid-term and at the end, and by the learner. */
export function OutcomeTable({ outcomes }: { outcomes: readonly OutcomeView[] }) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  return (
    <Stack spacing={5}>
      {byUnit(outcomes).map((group) => (
        <div key={group.key}>
          <Typography variant="h3" component="h3" sx={{ mb: 2 }}>
            {say(group.title)}
          </Typography>
          <Stack component="ul" spacing={3} sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {group.outcomes.map((outcome) => (
              <li key={outcome.key}>
                <Typography variant="body2">{say(outcome.text)}</Typography>
                <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 4 }}>
                  {!outcome.final && outcome.state === 'atRisk' && (
                    <StateChip state="atRisk" label={t('outcome.atRisk')} />
                  )}
                  <Judged label={t('outcome.midterm')} rating={outcome.midterm} />
                  <Judged label={t('outcome.final')} rating={outcome.final} />
                  <Judged label={t('outcome.self')} rating={outcome.self} />
                </Stack>
              </li>
            ))}
          </Stack>
        </div>
      ))}
    </Stack>
  );
}
