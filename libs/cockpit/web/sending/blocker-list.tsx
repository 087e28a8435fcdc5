import { styled } from '@mui/material/styles';
import { AppLink, StateIcon } from '@softmob/ui';
import { useFormat, useToday } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';
import { boardLink } from './board-link';
import { type Blocker } from './radar-documents';
import { useHolder } from './use-holder';

const Root = styled('ul')(({ theme }) => ({
  display: 'grid',
  padding: 0,
  listStyle: 'none',
  fontSize: '0.875rem',
  '& li': {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '18px minmax(0, 1.25fr) minmax(0, 1fr)',
    gap: '0 10px',
    alignItems: 'baseline',
    padding: '5px 8px',
    borderRadius: 6,
  },
  '& li:hover': { backgroundColor: theme.palette.surface.hover },
  '& svg': { fontSize: 16, alignSelf: 'center' },
  '& [data-late="true"] svg': { color: theme.palette.state.blocked.fg },
  '& [data-late="false"] svg': { color: theme.palette.state.waiting.fg },
  '& a': { color: 'inherit', textDecoration: 'none', fontWeight: 550 },
  '& a::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 6 },
  '& a:focus-visible': { outline: 'none' },
  '& li:has(a:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}` },
  '& .when': { color: theme.palette.text.secondary, whiteSpace: 'nowrap' },
  '& [data-late="true"] .when': { color: theme.palette.state.blocked.fg },
  '& .who': { color: theme.palette.text.secondary, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  [theme.breakpoints.down('sm')]: {
    '& li': { gridTemplateColumns: '18px minmax(0, 1fr)', padding: '8px 4px' },
    '& .who': { gridColumn: 2, whiteSpace: 'normal' },
  },
}));

/** What blocks a flow and who holds it; each line leads to exactly those people on the board. */
export function BlockerList({ flowId, blockers }: { flowId: string; blockers: readonly Blocker[] }) {
  const { t } = useTranslation('cockpit');
  const holder = useHolder();
  const format = useFormat();
  const today = useToday();
  return (
    <Root aria-label={t('radar.blockers')}>
      {blockers.map(({ id, stepKey, title, wholeFlow, dueOn, open, late, holder: held }) => {
        const count = wholeFlow ? '' : ` · ${t(late > 0 ? 'radar.late' : 'radar.open', { count: late || open })}`;
        const to = wholeFlow ? `/tasks?flow=${flowId}` : boardLink({ flow: [flowId], step: [stepKey], late: late > 0 });
        return (
          <li key={id} data-late={late > 0}>
            <StateIcon state={late > 0 ? 'blocked' : 'waiting'} />
            <span>
              <AppLink href={to}>{title}</AppLink>{' '}
              <span className="when num">
                {format.relativeDays(dueOn, today)}
                {count}
              </span>
            </span>
            <span className="who" title={held.names.join(', ')}>
              {holder(held)}
            </span>
          </li>
        );
      })}
    </Root>
  );
}
