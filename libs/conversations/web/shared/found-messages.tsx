import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { QueryError, useLoadMore } from '@softmob/portal-kit';
import { AppLink, EmptyState, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { SearchMessagesDocument } from './documents.conversing';
import { ShortTime } from './message-time';

const PAGE = 30;

const List = styled('ul')(({ theme }) => ({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& li': { position: 'relative', padding: '12px 16px', borderTop: `1px solid ${theme.palette.divider}` },
  '& li:first-of-type': { borderTop: 0 },
  '& li:hover': { backgroundColor: theme.palette.surface.hover },
  '& a': { fontWeight: 550, color: theme.palette.text.primary, textDecoration: 'none' },
  '& a::after': { content: '""', position: 'absolute', inset: 0 },
  '& p': {
    margin: '2px 0 0',
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflowWrap: 'anywhere',
  },
  '& small': { marginInlineStart: 8, fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** What holds the words, in all conversations; each leads to the message itself. */
export function FoundMessages({ words }: { words: string }) {
  const { t } = useTranslation('conversations');
  const query = useQuery(SearchMessagesDocument, { variables: { text: words, first: PAGE } });
  const more = useLoadMore(query, query.data?.searchMessages.pageInfo);
  const found = query.data?.searchMessages.edges.map(({ node }) => node);
  if (query.error) return <QueryError error={query.error} ns="conversations" onRetry={() => void query.refetch()} />;
  if (!found) return <SkeletonList rows={4} />;
  if (found.length === 0) return <EmptyState title={t('list.nothingFound')}>{t('list.nothingFoundDetail')}</EmptyState>;
  return (
    <>
      <Section flush>
        <List aria-label={t('list.found')}>
          {found.map(({ id, threadId, text, sentAt, sender }) => (
            <li key={id}>
              <AppLink href={`/messages/${threadId}?message=${id}`}>{sender?.name ?? t('list.open')}</AppLink>
              <small>
                <ShortTime at={sentAt} />
              </small>
              <p>{text}</p>
            </li>
          ))}
        </List>
      </Section>
      {more.hasMore && (
        <Button onClick={() => void more.loadMore()} loading={more.loadingMore} sx={{ mt: 3 }}>
          {t('list.more')}
        </Button>
      )}
    </>
  );
}
