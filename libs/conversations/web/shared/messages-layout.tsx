import { useQuery } from '@apollo/client/react';
import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ThreadsDocument } from './documents.conversing';
import { ThreadList } from './thread-list';

const PAGE = 30;

const Root = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '340px minmax(0, 1fr)',
  gap: 20,
  alignItems: 'start',
  '& > aside': {
    position: 'sticky',
    top: 72,
    maxHeight: 'calc(100dvh - 96px)',
    overflow: 'auto',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 10,
    backgroundColor: theme.palette.background.paper,
  },
  [theme.breakpoints.down('lg')]: { display: 'block', '& > aside': { display: 'none' } },
}));

/** A conversation, at a desk with the others beside it. */
export function MessagesLayout({ here, children }: { here: string; children: ReactNode }) {
  const { t } = useTranslation('conversations');
  const { data } = useQuery(ThreadsDocument, { variables: { first: PAGE } });
  const threads = data?.threads.edges.map(({ node }) => node) ?? [];
  return (
    <Root>
      <aside aria-label={t('nav.messages')} tabIndex={0}>
        <ThreadList threads={threads} here={here} />
      </aside>
      <div>{children}</div>
    </Root>
  );
}
