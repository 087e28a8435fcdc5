import { useQuery } from '@apollo/client/react';
import { styled } from '@mui/material/styles';
import { Page, QueryError, useForm, useSession, useSubmit } from '@softmob/portal-kit';
import { EmptyState, Notice, SkeletonList } from '@softmob/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Composer, type Typed } from './composer';
import { MarkThreadReadDocument, SendMessageDocument, ThreadDocument } from './documents.conversing';
import { MessageList } from './message-list';
import { MessagesLayout } from './messages-layout';
import { mentionedIn, type Mentionable } from './use-mentions';
import { type MessageRow, useMessages } from './use-messages';
import { useThreadTitle } from './use-title';

const Foot = styled('div')(({ theme }) => ({
  position: 'sticky',
  bottom: 'var(--bottom-bar, 0px)',
  zIndex: 1,
  marginTop: 16,
  padding: '8px 0 12px',
  backgroundColor: theme.palette.background.default,
}));
const People = styled('p')(({ theme }) => ({
  margin: '-8px 0 16px',
  fontSize: '0.8125rem',
  color: theme.palette.text.secondary,
}));

/** One conversation. */
export function ThreadScreen() {
  const { id = '' } = useParams();
  return (
    <MessagesLayout here={id}>
      <Conversation key={id} id={id} />
    </MessagesLayout>
  );
}

function Conversation({ id }: { id: string }) {
  const { t } = useTranslation('conversations');
  const [search] = useSearchParams();
  const wanted = search.get('message');
  const { nameOf } = useThreadTitle();
  const { membership } = useSession();
  const [heard, setHeard] = useState('');
  const { data, error, refetch } = useQuery(ThreadDocument, { variables: { id } });
  const messages = useMessages(id, wanted, ({ sender, text }) =>
    setHeard(t('thread.arrived', { name: sender?.name ?? '', text: text ?? '' })),
  );
  useReading(id, messages.rows);
  const crumbs = [{ label: t('nav.messages'), to: '/messages' }];
  const failure = error ?? messages.error;
  if (failure && !messages.rows) {
    return (
      <Page title={t('thread.title')} crumbs={crumbs}>
        <QueryError
          error={failure}
          backTo="/messages"
          backLabel={t('nav.messages')}
          onRetry={() => void Promise.all([refetch(), messages.refresh()])}
        />
      </Page>
    );
  }
  const thread = data?.thread;
  const people = thread?.members.filter(({ membershipId }) => membershipId !== membership?.id) ?? [];
  return (
    <Page title={thread ? nameOf(thread) : t('thread.title')} crumbs={crumbs}>
      {thread && <Members people={people} />}
      {!messages.rows && <SkeletonList kind="page" rows={4} />}
      {messages.rows?.length === 0 && <EmptyState compact title={t('thread.empty')} />}
      {messages.rows && messages.rows.length > 0 && (
        <MessageList
          rows={messages.rows}
          wanted={wanted}
          hasMore={messages.hasMore}
          loadingOlder={messages.loadingOlder}
          onOlder={() => void messages.older()}
          onChanged={(message) => messages.put([message])}
        />
      )}
      <p className="visually-hidden" aria-live="polite">
        {heard}
      </p>
      {thread && people.length > 0 && <Answer threadId={id} people={people} onSent={(sent) => messages.put([sent])} />}
      {thread && people.length === 0 && (
        <Foot>
          <Notice tone="draft">{t('thread.closed')}</Notice>
        </Foot>
      )}
    </Page>
  );
}

function Members({ people }: { people: readonly Mentionable[] }) {
  const { t } = useTranslation('conversations');
  if (people.length === 0) return null;
  const names = people.map(({ name, role }) => `${name} (${t(`kit:audience.${role}`)})`).join(', ');
  return <People>{t('thread.with', { names })}</People>;
}

/** What is on the screen of somebody who looks at it counts as read. */
function useReading(threadId: string, rows: readonly MessageRow[] | null) {
  const { submit } = useSubmit(MarkThreadReadDocument);
  const newest = rows?.[0]?.id;
  useEffect(() => {
    if (!newest) return;
    const read = () => {
      if (document.visibilityState === 'visible') void submit({ threadId, until: newest });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [newest, submit, threadId]);
}

function Answer({
  threadId,
  people,
  onSent,
}: {
  threadId: string;
  people: readonly Mentionable[];
  onSent: (message: MessageRow) => void;
}) {
  const form = useForm<Typed>({ initial: { text: '', files: [] }, draftKey: `message-${threadId}`, draftOn: 'device' });
  const { submit, saving, errors } = useSubmit(SendMessageDocument, { refetchQueries: ['Threads'] });
  const { text, files } = form.values;
  const send = async () => {
    const sent = await submit({
      input: { threadId, text, mentions: mentionedIn(text, people), fileIds: files.map(({ id }) => id) },
    });
    if (!sent) return;
    onSent(sent.sendMessage);
    form.reset({ text: '', files: [] });
  };
  return (
    <Foot className="no-print">
      <Composer
        value={form.values}
        onChange={form.patch}
        people={people}
        onSend={() => void send()}
        sending={saving}
        errors={errors}
      />
    </Foot>
  );
}
