import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type Attainment, ATTAINMENT_HINTS, ATTAINMENT_LABELS, ATTAINMENTS } from '@softmob/learning-model';
import { ChoiceField, Section } from '@softmob/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type OutcomeView, type Words } from './types';
import { useSay } from './use-say';

/** What was judged so far: the attainment by outcome. */
export type Ratings = Readonly<Record<string, string>>;

interface UnitGroup {
  key: string;
  title: Words;
  outcomes: OutcomeView[];
}

/** Outcomes by unit, in the order of the agreement. */
export function byUnit(outcomes: readonly OutcomeView[]): UnitGroup[] {
  const groups = new Map<string, UnitGroup>();
  for (const outcome of outcomes) {
    const group = groups.get(outcome.unitKey) ?? { key: outcome.unitKey, title: outcome.unitTitle, outcomes: [] };
    group.outcomes.push(outcome);
    groups.set(outcome.unitKey, group);
  }
  return [...groups.values()];
}

/** The four answers explained once, above all of them. */
export function ScaleHint() {
  const { say } = useSay();
  return (
    <Stack component="dl" spacing={2} sx={{ m: 0 }}>
      {ATTAINMENTS.map((value) => (
        <div key={value}>
          <Typography component="dt" variant="body2" sx={{ fontWeight: 600 }}>
            {say(ATTAINMENT_LABELS[value])}
          </Typography>
          <Typography component="dd" variant="body2" color="textSecondary" sx={{ m: 0 }}>
            {say(ATTAINMENT_HINTS[value])}
          </Typography>
        </div>
      ))}
    </Stack>
  );
}

interface OutcomeGridProps {
  outcomes: readonly OutcomeView[];
  ratings: Ratings;
  onChange: (ratings: Ratings) => void;
  /** Outcomes to be marked as missing, after somebody tried to submit. */
  missing?: ReadonlySet<string>;
}

export const outcomeFieldId = (key: string) => `outcome-${key.replaceAll('/', '-')}`;

/** Every outcome with four big answers; a unit can be answered at once and then corrected one by one. */
export function OutcomeGrid({ outcomes, ratings, onChange, missing }: OutcomeGridProps) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const groups = useMemo(() => byUnit(outcomes), [outcomes]);
  const answers = ATTAINMENTS.map((value) => ({ value, label: say(ATTAINMENT_LABELS[value]) }));
  const all = (group: UnitGroup, value: Attainment) =>
    onChange({ ...ratings, ...Object.fromEntries(group.outcomes.map(({ key }) => [key, value])) });
  return (
    <Stack spacing={4}>
      {groups.map((group) => {
        const judged = group.outcomes.filter(({ key }) => ratings[key]).length;
        return (
          <Section
            key={group.key}
            title={say(group.title)}
            description={t('grid.judged', { judged, count: group.outcomes.length })}
            actions={
              judged < group.outcomes.length && (
                <Button size="small" variant="outlined" onClick={() => all(group, 'independently')}>
                  {t('grid.allIndependently')}
                </Button>
              )
            }
          >
            <Stack spacing={5}>
              {group.outcomes.map((outcome) => (
                <ChoiceField
                  key={outcome.key}
                  id={outcomeFieldId(outcome.key)}
                  name={outcomeFieldId(outcome.key)}
                  label={say(outcome.text)}
                  value={ratings[outcome.key] ?? ''}
                  onChange={({ target }) => onChange({ ...ratings, [outcome.key]: target.value })}
                  options={answers}
                  inline
                  error={missing?.has(outcome.key) ?? false}
                  helperText={missing?.has(outcome.key) ? t('errors.OUTCOME_MISSING') : undefined}
                />
              ))}
            </Stack>
          </Section>
        );
      })}
    </Stack>
  );
}
