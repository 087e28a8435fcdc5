import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type AgreementContent, formatShortDay, OUTCOME_KINDS, type OutcomeKind } from '@softmob/learning-model';
import { useTranslation } from 'react-i18next';
import { useSay } from './use-say';

const Fold = styled('details')(({ theme }) => ({
  borderTop: `1px solid ${theme.palette.divider}`,
  '&:first-of-type': { borderTop: 0 },
  '& > summary': { cursor: 'pointer', padding: '14px 0', minHeight: 48, fontWeight: 600, lineHeight: 1.4 },
  '& > summary small': {
    display: 'block',
    fontSize: '0.875rem',
    fontWeight: 400,
    color: theme.palette.text.secondary,
    paddingLeft: 16,
  },
  '& > div': { padding: '0 0 16px 16px', display: 'grid', gap: 12 },
  '& ul': { margin: '4px 0 0', paddingLeft: 18, display: 'grid', gap: 4 },
  '@media print': { '& > summary': { listStyle: 'none' } },
}));

type UnitWords = Pick<AgreementContent['units'][number], OutcomeKind | 'assessment'>;

/** What the learner knows, can do and answers for, and how it is assessed. */
export function UnitOutcomes({ unit, level = 'h4' }: { unit: UnitWords; level?: 'h3' | 'h4' }) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  return (
    <>
      {OUTCOME_KINDS.filter((kind) => unit[kind].length > 0).map((kind) => (
        <div key={kind}>
          <Typography variant="body2" component={level} sx={{ fontWeight: 600 }}>
            {t(`kind.${kind}`)}
          </Typography>
          <ul>
            {unit[kind].map((outcome) => (
              <li key={outcome.en || outcome.it}>{say(outcome)}</li>
            ))}
          </ul>
        </div>
      ))}
      <div>
        <Typography variant="body2" component={level} sx={{ fontWeight: 600 }}>
          {t('unit.assessment')}
        </Typography>
        <p>{say(unit.assessment)}</p>
      </div>
    </>
  );
}

/** What is learnt, unit by unit: each opens to its outcomes and how it is assessed. */
export function AgreementUnits({ units }: Pick<AgreementContent, 'units'>) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  return (
    <>
      {units.map((unit) => (
        <Fold key={unit.key}>
          <summary>
            {say(unit.title)}
            <small>{t('unit.facts', { hours: unit.hours, eqf: unit.eqf })}</small>
          </summary>
          <div>
            <UnitOutcomes unit={unit} />
          </div>
        </Fold>
      ))}
    </>
  );
}

/** What is done, week by week. */
export function AgreementWeeks({ tasks }: Pick<AgreementContent, 'tasks'>) {
  const { t } = useTranslation('learning');
  const { say, locale } = useSay();
  return (
    <>
      {tasks.map((task) => (
        <Fold key={task.week}>
          <summary>
            {t('week.title', { week: task.week })}
            <small>
              {formatShortDay(task.from, locale)} – {formatShortDay(task.to, locale)} ·{' '}
              {t('week.hours', { hours: task.hours })}
            </small>
          </summary>
          <div>
            <ul>
              {task.activities.map((activity) => (
                <li key={activity.en || activity.it}>{say(activity)}</li>
              ))}
            </ul>
          </div>
        </Fold>
      ))}
    </>
  );
}
