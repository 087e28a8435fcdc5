import { type Column } from '@softmob/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Cut } from '../shared/cut';
import { CompanyCell, NameCell, NextCell, StageCell, TasksCell } from './board-cells';
import { type BoardNode } from './board-documents';
import { useOccupation } from './use-occupation';

/** The columns that everybody of the school reads, with those that the reader's function adds. */
export function useBoardColumns(extra: readonly Column<BoardNode>[] = []): Column<BoardNode>[] {
  const { t } = useTranslation('cockpit');
  const occupation = useOccupation();
  return useMemo(
    () => [
      { key: 'name', header: t('board.name'), cell: (row) => <NameCell row={row} />, sortable: true, width: 190 },
      { key: 'flow', header: t('board.flow'), cell: (row) => row.flow.code, sortable: true },
      { key: 'stage', header: t('board.stage'), cell: (row) => <StageCell stage={row.stage} />, sortable: true },
      {
        key: 'company',
        header: t('board.company'),
        cell: (row) => <CompanyCell row={row} cut={148} />,
        sortable: true,
      },
      ...extra,
      { key: 'tasks', header: t('board.tasks'), cell: (row) => <TasksCell row={row} />, sortable: true },
      { key: 'next', header: t('board.next'), cell: (row) => <NextCell row={row} cut={172} />, sortable: true },
      {
        key: 'occupation',
        header: t('board.occupation'),
        cell: (row) => <Cut style={{ maxWidth: 132 }}>{occupation(row.participant.occupation)}</Cut>,
        sortable: true,
      },
    ],
    [t, occupation, extra],
  );
}
