import { styled } from '@mui/material/styles';
import { type Column } from '@softmob/ui';
import { CompanyCell, NextCell, StageCell, TasksCell } from './board-cells';
import { type BoardNode } from './board-documents';
import { useOccupation } from './use-occupation';

const Root = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 8,
  fontSize: '0.875rem',
  '& .chips': { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' },
  '& .quiet': { color: theme.palette.text.secondary },
}));

/** One learner on a phone: the same facts as the row of the table. */
export function BoardCard({ row, extra = [] }: { row: BoardNode; extra?: readonly Column<BoardNode>[] | undefined }) {
  const occupation = useOccupation();
  return (
    <Root>
      <div className="quiet">
        {row.flow.code} · {row.flow.town} · {occupation(row.participant.occupation)}
      </div>
      <div className="chips">
        <StageCell stage={row.stage} />
        {extra.map(({ key, cell }) => (
          <span key={key}>{cell(row)}</span>
        ))}
      </div>
      <CompanyCell row={row} />
      <TasksCell row={row} />
      <NextCell row={row} />
    </Root>
  );
}
