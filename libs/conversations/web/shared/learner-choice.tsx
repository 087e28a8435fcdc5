import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { QueryError, useSession, useUrlState } from '@softmob/portal-kit';
import { AppLink, EmptyState, FilterBar, Section, SkeletonList } from '@softmob/ui';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { WritableMobilitiesDocument } from './documents.conversing';

const SHOWN = 20;

const List = styled('ul')(({ theme }) => ({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& li': { borderTop: `1px solid ${theme.palette.divider}` },
  '& li:first-of-type': { borderTop: 0 },
  '& a': {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: 12,
    minHeight: 44,
    padding: '10px 16px',
    color: theme.palette.text.primary,
    textDecoration: 'none',
    fontWeight: 550,
  },
  '& a:hover': { backgroundColor: theme.palette.surface.hover },
  '& small': { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** About whom one writes; who has to do with one learner alone has nothing to choose. */
export function LearnerChoice() {
  const { t } = useTranslation('conversations');
  const { audience } = useSession();
  const [url, setUrl] = useUrlState({ q: '' });
  const search = useDeferredValue(url.q.trim());
  const { data, error, refetch } = useQuery(WritableMobilitiesDocument, {
    variables: { first: SHOWN, filter: { search: search || null } },
  });
  if (error) return <QueryError error={error} backTo="/messages" onRetry={() => void refetch()} />;
  const found = data?.mobilities.nodes;
  const [only, other] = found ?? [];
  if (only && !other && !search) return <Navigate to={`/messages/new?kind=mobility&subject=${only.id}`} replace />;
  return (
    <>
      <p>{t('new.about')}</p>
      <FilterBar search={{ value: url.q, onChange: (q) => setUrl({ q }), label: t('new.search') }} />
      {!found && <SkeletonList rows={5} />}
      {found?.length === 0 && <EmptyState title={t('new.noLearner')}>{t('new.noLearnerDetail')}</EmptyState>}
      {found && found.length > 0 && (
        <Section flush>
          <List>
            {found.map(({ id, flow, participant: { firstName, lastName } }) => (
              <li key={id}>
                <AppLink href={`/messages/new?kind=mobility&subject=${id}`}>
                  <span>{[firstName, lastName].filter(Boolean).join(' ') || t('new.unnamed')}</span>
                  <small>{flow.code}</small>
                </AppLink>
              </li>
            ))}
          </List>
        </Section>
      )}
      {audience === 'sendingCoordinator' && (
        <Button href="/messages/flow" variant="outlined" sx={{ mt: 4 }}>
          {t('flow.title')}
        </Button>
      )}
    </>
  );
}
