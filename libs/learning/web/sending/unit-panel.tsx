import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { policy } from '@softmob/access';
import { occupationFacts } from '@softmob/learning-model';
import { useCan } from '@softmob/portal-kit';
import { Facts, SidePanel } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { UnitOutcomes } from '../shared/agreement-units';
import { useSay } from '../shared/use-say';
import { type Unit } from './units.teacher';

const Words = styled('div')({
  display: 'grid',
  gap: 16,
  '& ul': { margin: '4px 0 0', paddingLeft: 18, display: 'grid', gap: 4 },
});

/** One unit beside the list, with what may be done with it. */
export function UnitPanel({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const mayWrite = useCan(policy.learning.writeUnits);
  const { key, id, occupation, eqf, hours, iscedF, origin, tasks } = unit;
  const trade = occupationFacts(occupation);
  return (
    <SidePanel
      open
      onClose={onClose}
      title={say(unit.title)}
      subtitle={t('unit.facts', { hours, eqf })}
      footer={
        mayWrite && (
          <>
            {id && (
              <Button variant="contained" href={`/units/${key}/edit`}>
                {t('units.edit')}
              </Button>
            )}
            <Button variant="outlined" href={`/units/new?from=${key}`}>
              {t('units.copy')}
            </Button>
          </>
        )
      }
    >
      <Words>
        <Facts
          items={[
            { label: t('units.occupation'), value: trade ? say(trade.name) : occupation },
            { label: t('units.isced'), value: iscedF || '–' },
            { label: t('units.source'), value: say(origin) },
          ]}
        />
        <UnitOutcomes unit={unit} level="h3" />
        {tasks.length > 0 && (
          <div>
            <Typography variant="body2" component="h3" sx={{ fontWeight: 600 }}>
              {t('units.lists.tasks')}
            </Typography>
            <ul>
              {tasks.map((task) => (
                <li key={task.en || task.it}>{say(task)}</li>
              ))}
            </ul>
          </div>
        )}
      </Words>
    </SidePanel>
  );
}
