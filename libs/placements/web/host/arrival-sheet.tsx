import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { groupBy } from '../shared/group-by';
import { type Arrival, nameOf } from './arrivals.operations';

const Sheet = styled('section')({
  breakAfter: 'page',
  '&:last-of-type': { breakAfter: 'auto' },
  '& h2': { fontSize: '14pt', margin: '0 0 2mm' },
  '& p': { margin: '0 0 3mm' },
  '& table': { width: '100%', borderCollapse: 'collapse', fontSize: '8.5pt' },
  '& th, & td': { border: '0.3mm solid #999', padding: '1.2mm 1.6mm', textAlign: 'start', verticalAlign: 'top' },
  '& th': { fontWeight: 600, backgroundColor: '#eee', printColorAdjust: 'exact' },
  '& td.room': { width: '16mm' },
  '& td.here': { width: '10mm' },
  '& .phone': { whiteSpace: 'nowrap' },
  '@page': { size: 'A4 landscape' },
});

/** The rooming list and arrival sheet on paper: one page per flow, with room and presence to be filled in by hand. */
export function ArrivalSheet({ arrivals }: { arrivals: readonly Arrival[] }) {
  const { t } = useTranslation('placements');
  const format = useFormat();
  const byFlow = groupBy(arrivals, ({ flow, startsOn }) => `${flow.id}:${startsOn}`);
  return (
    <div className="print-only">
      {[...byFlow].map(([key, rows]) => {
        const [first] = rows;
        if (!first) return null;
        const sorted = [...rows].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
        return (
          <Sheet key={key}>
            <h2>
              {first.flow.code} · {first.sendingOrganisation.name}
            </h2>
            <p>
              {first.flow.town}, {format.dateRange(first.startsOn, first.endsOn)} ·{' '}
              {t('arrivals.learners', { count: rows.length })}
              {first.flow.accompanying.length > 0 &&
                ` · ${t('arrivals.with', { names: format.list(first.flow.accompanying.map((one) => `${one.firstName} ${one.lastName} (${one.email})`)) })}`}
            </p>
            <table>
              <thead>
                <tr>
                  {['here', 'learner', 'room', 'company', 'tutor', 'phone', 'diet', 'emergency'].map((column) => (
                    <th key={column} scope="col">
                      {t(`column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sorted.map((row) => (
                  <SheetRow key={row.id} row={row} />
                ))}
              </tbody>
            </table>
          </Sheet>
        );
      })}
    </div>
  );
}

function SheetRow({ row }: { row: Arrival }) {
  const { t } = useTranslation('placements');
  const { participant } = row.mobility;
  return (
    <tr>
      <td className="here" />
      <td>
        <strong>{nameOf(row)}</strong>
        {[participant.gender, participant.minor ? t('board.minor') : '']
          .filter(Boolean)
          .map((fact) => ` · ${String(fact)}`)}
      </td>
      <td className="room" />
      <td>
        {row.company?.name}
        <br />
        {row.company?.street}
      </td>
      <td>
        {row.tutor?.name}
        <br />
        {row.tutor?.phone}
      </td>
      <td className="phone">{participant.phone}</td>
      <td>{participant.diet}</td>
      <td>
        {participant.emergencyContact}
        <br />
        <span className="phone">{participant.emergencyPhone}</span>
      </td>
    </tr>
  );
}
