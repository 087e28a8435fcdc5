import Link from '@mui/material/Link';
import { useFormat } from '@softmob/portal-kit';
import { type Column, DataTable, EmptyState, Section } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { boardLink } from './board-link';
import { type LateStep } from './dashboard-documents';
import { useHolder } from './use-holder';

/** What is late and who holds it, the oldest first. */
export function LateTable({ late, asOf }: { late: readonly LateStep[]; asOf: string }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const holder = useHolder(2);
  const columns: Column<LateStep>[] = [
    {
      key: 'step',
      header: t('tasks:list.step'),
      cell: ({ title, stepKey, flow, wholeFlow }) => (
        <Link
          color="inherit"
          href={wholeFlow ? `/tasks?flow=${flow.id}` : boardLink({ flow: [flow.id], step: [stepKey], late: true })}
        >
          {title}
        </Link>
      ),
    },
    { key: 'flow', header: t('board.flow'), cell: ({ flow }) => flow.code },
    { key: 'late', header: t('figures.late'), numeric: true, cell: (step) => format.number(step.late) },
    { key: 'due', header: t('dashboard.since'), cell: ({ dueOn }) => format.relativeDays(dueOn, asOf) },
    { key: 'role', header: t('dashboard.role'), cell: (step) => t(`kit:audience.${step.holder.role}`) },
    { key: 'who', header: t('dashboard.holder'), cell: (step) => holder(step.holder) },
  ];
  return (
    <Section title={t('dashboard.lateTitle')} description={t('dashboard.lateText')} flush>
      <DataTable
        caption={t('dashboard.lateTitle')}
        columns={columns}
        rows={late}
        rowKey={({ id }) => id}
        maxHeight="none"
        empty={<EmptyState compact title={t('radar.tile.noLate')} />}
      />
    </Section>
  );
}
