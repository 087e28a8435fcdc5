import Typography from '@mui/material/Typography';
import { differenceOf, type ProcessStep } from '@softmob/processes-model';
import { useTranslation } from 'react-i18next';
import { useStepWords } from './use-step-words';

/** What another version adds, takes away and changes, in words. */
export function DifferenceList({ before, after }: { before: readonly ProcessStep[]; after: readonly ProcessStep[] }) {
  const { t } = useTranslation('processes');
  const { titleOf, roleOf } = useStepWords(after);
  const { added, removed, changed } = differenceOf(before, after);
  const line = (step: ProcessStep, more = '') => ({
    key: step.key,
    text: `${titleOf(step)} (${roleOf(step.role)})${more}`,
  });
  const parts = [
    { name: 'added', lines: added.map((step) => line(step)) },
    { name: 'removed', lines: removed.map((step) => line(step)) },
    {
      name: 'changed',
      lines: changed.map(({ after: step, fields }) =>
        line(step, `: ${fields.map((field) => t(`stepField.${field}`)).join(', ')}`),
      ),
    },
  ].filter(({ lines }) => lines.length > 0);
  if (parts.length === 0) return <Typography color="text.secondary">{t('difference.none')}</Typography>;
  return parts.map(({ name, lines }) => (
    <section key={name}>
      <Typography variant="h3" component="h3" sx={{ mt: 3 }}>
        {t(`difference.${name}`, { count: lines.length })}
      </Typography>
      <ul>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </section>
  ));
}
