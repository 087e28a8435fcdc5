import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type AgreementContent, formatShortDay, textFrom } from '@softmob/learning-model';
import { CheckField, Section, TextInput } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useSay } from '../shared/use-say';
import { type AgreementMobility, UnitChoiceDocument } from './reads.teacher';

interface UnitsPartProps {
  mobility: AgreementMobility;
  content: AgreementContent;
  onUnits: (keys: string[]) => Promise<void>;
  onTasks: (tasks: AgreementContent['tasks']) => void;
}

/** Which units are agreed, with the hours they need beside those there are, and the programme of each week. */
export function UnitsPart({ mobility, content, onUnits, onTasks }: UnitsPartProps) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const { occupation, eqfLevel } = mobility.participant;
  const { data } = useQuery(UnitChoiceDocument, { variables: { occupation, eqf: eqfLevel } });
  const chosen = content.units.map(({ key }) => key);
  const catalogue = data?.units ?? [];
  // What is agreed stays in sight and agreed, though the catalogue may not offer it for this learner any more.
  const offered = [...catalogue, ...content.units.filter(({ key }) => !catalogue.some((unit) => unit.key === key))];
  const needed = content.units.reduce((sum, unit) => sum + unit.hours, 0);
  const planned = content.tasks.reduce((sum, task) => sum + task.hours, 0);
  const toggle = (key: string, on: boolean) => {
    const next = offered.map((unit) => unit.key).filter((one) => (one === key ? on : chosen.includes(one)));
    if (next.length > 0) void onUnits(next);
  };
  return (
    <Section
      title={t('part.units')}
      id="part-units"
      description={t('editor.hours', { needed, planned })}
      actions={
        <Button size="small" href={`/units?occupation=${encodeURIComponent(occupation)}`}>
          {t('editor.catalogue')}
        </Button>
      }
    >
      <Stack spacing={3}>
        {offered.map((unit) => (
          <CheckField
            key={unit.key}
            label={say(unit.title)}
            hint={[t('unit.facts', { hours: unit.hours, eqf: unit.eqf }), 'origin' in unit && say(unit.origin)]
              .filter(Boolean)
              .join(' · ')}
            checked={chosen.includes(unit.key)}
            onChange={({ target }) => toggle(unit.key, target.checked)}
          />
        ))}
        <WeekTexts tasks={content.tasks} onChange={onTasks} />
      </Stack>
    </Section>
  );
}

interface WeekTextsProps {
  tasks: AgreementContent['tasks'];
  onChange: (tasks: AgreementContent['tasks']) => void;
}

/** The programme of each week, one activity a line. */
function WeekTexts({ tasks, onChange }: WeekTextsProps) {
  const { t } = useTranslation('learning');
  const { say, locale } = useSay();
  return (
    <>
      <Typography variant="h3" component="h3" sx={{ pt: 3 }}>
        {t('reader.weeks')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('editor.weeksHint')}
      </Typography>
      {tasks.map((task) => (
        <TextInput
          key={task.week}
          label={`${t('week.title', { week: task.week })} · ${formatShortDay(task.from, locale)} – ${formatShortDay(task.to, locale)}`}
          value={task.activities.map(say).join('\n')}
          multiline
          minRows={2}
          onChange={({ target }) => {
            const known = new Map(task.activities.map((activity) => [say(activity), activity]));
            const activities = target.value.split('\n').map((line) => known.get(line) ?? textFrom(locale, line));
            onChange(tasks.map((one) => (one.week === task.week ? { ...one, activities } : one)));
          }}
        />
      ))}
    </>
  );
}
