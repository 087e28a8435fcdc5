import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Page, QueryError, useToast, useUrlState } from '@softmob/portal-kit';
import { EmptyState, Section, SelectField, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { KINDS } from '../shared/document-state';
import { DocumentCard } from './document-card';
import { MyDocumentsDocument } from './documents.operations';
import { History } from './history';
import { StayChoice, useMyMobility } from './my-mobility';

const kindOfTask = (closesOn: string | null | undefined) => /^document\.verified\.(\w+)$/.exec(closesOn ?? '')?.[1];

/** What has to be there before leaving, each kind with its files and the way to send one. */
export function DocumentsScreen() {
  const { t } = useTranslation('documents');
  const toast = useToast();
  const stay = useMyMobility();
  const [{ add }, setUrl] = useUrlState({ add: '' });
  const id = stay.mobility?.id ?? '';
  const { data, error, refetch } = useQuery(MyDocumentsDocument, { variables: { id }, skip: !id });
  const failure = stay.error ?? error;
  if (failure) return <QueryError error={failure} onRetry={() => void (stay.error ? stay.refetch() : refetch())} />;
  const current = data?.mobility.documents.filter(({ status }) => status !== 'replaced') ?? [];
  const needed = new Map(data?.mobility.tasks.map((task) => [kindOfTask(task.closesOn), task]));
  const shown = KINDS.filter(
    (kind) => needed.has(kind) || kind === add || current.some((document) => document.kind === kind),
  );
  const firstMissing = shown.find((kind) => needed.has(kind) && !current.some((document) => document.kind === kind));
  const others = KINDS.filter((kind) => !shown.includes(kind));
  const done = () => {
    toast(t('upload.done'));
    setUrl({ add: '' });
    void refetch();
  };
  return (
    <Page title={t('title')} description={t('description')} actions={<Button href="/papers">{t('issued')}</Button>}>
      <Stack spacing={4}>
        <StayChoice {...stay} />
        {stay.loaded && !stay.mobility && <EmptyState title={t('stay.none')}>{t('stay.noneHint')}</EmptyState>}
        {id && !data && <SkeletonList kind="cards" rows={3} />}
        {data &&
          shown.map((kind) => (
            <DocumentCard
              key={kind}
              mobilityId={id}
              kind={kind}
              documents={current.filter((document) => document.kind === kind)}
              task={needed.get(kind)}
              open={add ? kind === add : kind === firstMissing}
              onOpen={(open) => setUrl({ add: open ? kind : '' })}
              onDone={done}
            />
          ))}
        {data && others.length > 0 && (
          <Section title={t('more.title')} description={t('more.text')}>
            <SelectField
              id="another"
              label={t('more.kind')}
              value=""
              onChange={({ target }) => setUrl({ add: target.value })}
              options={others.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
          </Section>
        )}
        {data && <History documents={data.mobility.documents.filter(({ status }) => status === 'replaced')} />}
      </Stack>
    </Page>
  );
}
