import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useFormat, useToday } from '@softmob/portal-kit';
import { AppLink, Section, StateIcon } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { boardLink } from './board-link';
import { dueState } from '../shared/due-state';
import { type OwnGroup } from './radar-documents';

const SHOWN = 8;

const Root = styled('ul')(({ theme }) => ({
  padding: 0,
  listStyle: 'none',
  fontSize: '0.875rem',
  '& li': {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '18px minmax(0, 1fr)',
    gap: '0 10px',
    padding: '9px 16px',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  '& li:first-of-type': { borderTop: 0 },
  '& li:hover': { backgroundColor: theme.palette.surface.hover },
  '& svg': { fontSize: 16, marginTop: 2 },
  '& a': { color: 'inherit', textDecoration: 'none', fontWeight: 550, lineHeight: 1.35 },
  '& a::after': { content: '""', position: 'absolute', inset: 0 },
  '& li:has(a:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -2 },
  '& a:focus-visible': { outline: 'none' },
  '& small': { display: 'block', fontSize: '0.8125rem', color: theme.palette.text.secondary },
  '& [data-state="blocked"] svg, & [data-state="blocked"] small': { color: theme.palette.state.blocked.fg },
  '& [data-state="atRisk"] svg': { color: theme.palette.state.atRisk.fg },
  '& [data-state="waiting"] svg': { color: theme.palette.state.waiting.fg },
}));

/** What the reader has to do next, in one go for each flow: what nobody else holds up, the most urgent first. */
export function OwnTasks({ groups }: { groups: readonly OwnGroup[] }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const today = useToday();
  const mine = groups.filter(({ open, waiting }) => open > waiting);
  return (
    <Section
      title={t('own.title')}
      flush
      actions={
        <Button size="small" href="/tasks">
          {t('own.all')}
        </Button>
      }
    >
      {mine.length === 0 ? (
        <p style={{ padding: '14px 16px' }}>{t('own.none')}</p>
      ) : (
        <Root>
          {mine.slice(0, SHOWN).map(({ id, flow, stepKey, title, state, dueOn, open, waiting, wholeFlow }) => (
            <li key={id} data-state={dueState(state)}>
              <StateIcon state={dueState(state)} />
              <span>
                <AppLink href={wholeFlow ? `/tasks?flow=${flow.id}` : boardLink({ flow: [flow.id], step: [stepKey] })}>
                  {title}
                </AppLink>
                <small className="num">
                  {[
                    flow.code,
                    ...(wholeFlow ? [] : [t('people', { count: open - waiting })]),
                    format.relativeDays(dueOn, today),
                  ].join(' · ')}
                </small>
              </span>
            </li>
          ))}
        </Root>
      )}
    </Section>
  );
}
