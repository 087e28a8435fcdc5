import { alpha, styled } from '@mui/material/styles';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

interface Week {
  startsOn: string;
  places: number;
  taken: number;
  confirmed: number;
  free: number;
}
interface Row {
  capacity: { id: string; occupation: string; company: { id: string; name: string; town: string } };
  weeks: readonly Week[];
}

const Frame = styled('div')(({ theme }) => ({
  overflow: 'auto',
  maxHeight: 480,
  '& table': {
    borderCollapse: 'separate',
    borderSpacing: 0,
    width: '100%',
    minWidth: 860,
    tableLayout: 'fixed',
    fontSize: '0.8125rem',
  },
  '& th, & td': {
    padding: '0 6px',
    height: 34,
    borderBottom: `1px solid ${theme.palette.divider}`,
    textAlign: 'center',
  },
  '& thead th': {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    fontWeight: 550,
    color: theme.palette.text.secondary,
    backgroundColor: theme.palette.surface.sunken,
    whiteSpace: 'nowrap',
  },
  '& th:first-of-type': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    width: 240,
    padding: '4px 16px',
    textAlign: 'start',
    fontWeight: 500,
    backgroundColor: theme.palette.background.paper,
  },
  '& thead th:first-of-type': { zIndex: 3, backgroundColor: theme.palette.surface.sunken },
  '& th small': { color: theme.palette.text.secondary, fontWeight: 400, display: 'block' },
  '& td': { padding: 2 },
  '& td > span': {
    display: 'grid',
    placeItems: 'center',
    height: 28,
    borderRadius: 5,
    color: theme.palette.text.primary,
    border: '1px solid transparent',
  },
  '& td[data-level="0"] > span': { borderColor: theme.palette.divider },
  '& td[data-level="1"] > span': { backgroundColor: alpha(theme.palette.brand.main, 0.1) },
  '& td[data-level="2"] > span': { backgroundColor: alpha(theme.palette.brand.main, 0.22) },
  '& td[data-level="full"] > span': {
    backgroundColor: theme.palette.brand.main,
    color: theme.palette.brand.on,
    fontWeight: 600,
  },
  '& td[data-level="closed"] > span': { color: theme.palette.text.secondary },
  [theme.breakpoints.down('sm')]: {
    '& th:first-of-type': { width: 132, padding: '4px 12px', overflowWrap: 'anywhere' },
  },
}));

/** How full a week is, in four steps; the figure always stands in it. */
function levelOf({ places, taken, free }: Week): string {
  if (places === 0) return 'closed';
  if (free === 0) return 'full';
  if (taken === 0) return '0';
  return taken / places <= 0.5 ? '1' : '2';
}

/** Free places by company and week; the fuller, the darker. */
export function HeatStrip({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('placements');
  const format = useFormat();
  const weeks = rows[0]?.weeks ?? [];
  return (
    <Frame role="group" tabIndex={0} aria-label={t('home.weeks')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('column.company')}</th>
            {weeks.map(({ startsOn }) => (
              <th key={startsOn} scope="col" title={format.date(startsOn, 'long')}>
                {format.date(startsOn, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ capacity, weeks: own }) => (
            <tr key={capacity.id}>
              <th scope="row">
                {capacity.company.name}
                <small>
                  {capacity.occupation} · {capacity.company.town}
                </small>
              </th>
              {own.map((week) => (
                <td key={week.startsOn} data-level={levelOf(week)}>
                  <span
                    className="num"
                    title={t('home.cell', {
                      company: capacity.company.name,
                      week: format.date(week.startsOn, 'medium'),
                      ...week,
                    })}
                  >
                    {week.places === 0 ? '–' : t('home.freeOf', { free: week.free, places: week.places })}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}
