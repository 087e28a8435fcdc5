import { useQuery } from '@apollo/client/react';
import { styled } from '@mui/material/styles';
import { Page, QueryError, useToday, useUrlState } from '@softmob/portal-kit';
import { daysBetween, EmptyState, SkeletonList, useFormat } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmedReceipt } from './confirmed-receipt';
import { RequestBoard } from './request-board';
import { RequestsDocument } from './requests.operations';

const Flows = styled('nav')(({ theme }) => ({
  display: 'flex',
  gap: 8,
  overflowX: 'auto',
  padding: '2px 2px 12px',
  '& button': {
    font: 'inherit',
    textAlign: 'start',
    flex: '0 0 auto',
    display: 'grid',
    gap: 1,
    padding: '8px 14px',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    cursor: 'pointer',
  },
  '& button[aria-current="true"]': {
    borderColor: theme.palette.brand.main,
    boxShadow: `inset 0 0 0 1px ${theme.palette.brand.main}`,
  },
  '& strong': { fontWeight: 600 },
  '& small': { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** Answers requests flow by flow: each learner gets a company, then all are confirmed together. */
export function RequestsScreen() {
  const { t } = useTranslation('placements');
  const format = useFormat();
  const today = useToday();
  const [url, setUrl] = useUrlState({ flow: '' });
  const [confirmed, setConfirmed] = useState<{ count: number; tutors: number; school: string } | null>(null);
  const { data, error, refetch } = useQuery(RequestsDocument, { fetchPolicy: 'cache-and-network' });
  const groups = data?.placementRequests ?? [];
  const group = groups.find(({ flow }) => flow.id === url.flow) ?? groups[0];
  return (
    <Page title={t('requests.title')} description={t('requests.description')}>
      {error && <QueryError error={error} onRetry={() => void refetch()} ns="placements" />}
      {!error && !data && <SkeletonList rows={10} />}
      {confirmed && <ConfirmedReceipt {...confirmed} more={groups.length > 0} onClose={() => setConfirmed(null)} />}
      {data && groups.length === 0 && !confirmed && (
        <EmptyState title={t('requests.none')}>{t('requests.noneHint')}</EmptyState>
      )}
      {group && !confirmed && (
        <>
          <Flows aria-label={t('requests.flows')}>
            {groups.map(({ flow, sendingOrganisation, placements }) => (
              <button
                key={flow.id}
                type="button"
                aria-current={flow.id === group.flow.id}
                onClick={() => setUrl({ flow: flow.id }, { push: true })}
              >
                <strong>{t('requests.flow', { code: flow.code, count: placements.length })}</strong>
                <small>{sendingOrganisation.name}</small>
                <small className="num">
                  {format.dateRange(flow.startsOn, flow.endsOn)} ·{' '}
                  {t('requests.inDays', { count: daysBetween(today, flow.startsOn) })}
                </small>
              </button>
            ))}
          </Flows>
          <RequestBoard
            key={group.flow.id}
            group={group}
            onChanged={async () => {
              await refetch();
            }}
            onConfirmed={(facts) => setConfirmed({ ...facts, school: group.sendingOrganisation.name })}
          />
        </>
      )}
    </Page>
  );
}
