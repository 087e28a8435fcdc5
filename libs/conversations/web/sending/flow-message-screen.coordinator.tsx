import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { circleFault, CIRCLES } from '@softmob/conversations-model';
import { type BroadcastQuery } from '@softmob/gql/sending-coordinator/graphql';
import { Page, QueryError, useForm, useSubmit, useUrlState } from '@softmob/portal-kit';
import { ConfirmDialog, Notice, ProgressBanner, Receipt, SelectField, SkeletonList, useFormat } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Composer, type Typed } from '../shared/composer';
import { FlowAudience } from './flow-audience.coordinator';
import { BroadcastDocument, FlowsToMessageDocument, SendToFlowDocument } from './flow-message.documents.coordinator';

type Broadcast = BroadcastQuery['broadcast'];
const LOOK_MS = 1_500;

/** A message to everybody of a flow: to whom, what it says, and how far it is. */
export function FlowMessageScreen() {
  const { t } = useTranslation('conversations');
  const [url, setUrl] = useUrlState({ flow: '', sent: '' });
  const { data, error, refetch } = useQuery(FlowsToMessageDocument);
  const format = useFormat();
  const crumbs = [{ label: t('nav.messages'), to: '/messages' }];
  return (
    <Page title={t('flow.title')} description={t('flow.description')} crumbs={crumbs} width="form">
      {error && <QueryError error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonList kind="form" />}
      {data && !url.sent && (
        <SelectField
          id="flow"
          name="flow"
          label={t('flow.flow')}
          value={url.flow}
          onChange={({ target }) => setUrl({ flow: target.value })}
          options={data.flows.map(({ id, code, town, startsOn }) => ({
            value: id,
            label: `${code}, ${town}, ${format.date(startsOn, 'medium')}`,
          }))}
        />
      )}
      {url.sent && <Sent id={url.sent} flowId={url.flow} />}
      {!url.sent && url.flow && <Write key={url.flow} flowId={url.flow} onSent={(sent) => setUrl({ sent: sent.id })} />}
    </Page>
  );
}

function Write({ flowId, onSent }: { flowId: string; onSent: (sent: Broadcast) => void }) {
  const { t } = useTranslation('conversations');
  const form = useForm<Typed & { circle: string[] }>({
    initial: { text: '', files: [], circle: ['participant'] },
    draftKey: `message-flow-${flowId}`,
    draftOn: 'device',
  });
  const [asking, setAsking] = useState(false);
  const [reached, setReached] = useState(0);
  const { submit, saving, errors } = useSubmit(SendToFlowDocument, { refetchQueries: ['Threads'] });
  const { text, files, circle } = form.values;
  const fault = circleFault('mobility', circle);
  const send = async () => {
    const sent = await submit({ input: { flowId, circle, text, fileIds: files.map(({ id }) => id) } });
    setAsking(false);
    if (!sent) return;
    form.done();
    onSent(sent.sendToFlow);
  };
  return (
    <div style={{ display: 'grid', gap: 20, marginTop: 20 }}>
      <FlowAudience
        flowId={flowId}
        roles={CIRCLES.mobility}
        circle={circle}
        faulty={fault !== null}
        onCircle={(next) => form.patch({ circle: next })}
        onReached={setReached}
      />
      {fault && <Notice tone="blocked">{t(`errors.${fault}`)}</Notice>}
      <Composer
        value={form.values}
        onChange={form.patch}
        onSend={() => setAsking(true)}
        sending={saving}
        errors={errors}
        sendLabel={t('flow.send', { count: reached })}
        disabled={fault !== null || reached === 0}
      />
      <ConfirmDialog
        open={asking}
        title={t('flow.confirm', { count: reached })}
        confirmLabel={t('flow.send', { count: reached })}
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        {t('flow.confirmDetail')}
      </ConfirmDialog>
    </div>
  );
}

function Sent({ id, flowId }: { id: string; flowId: string }) {
  const { t } = useTranslation('conversations');
  const { data, error, refetch, stopPolling } = useQuery(BroadcastDocument, {
    variables: { id },
    pollInterval: LOOK_MS,
  });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={2} />;
  const { done, total, finishedAt } = data.broadcast;
  if (!finishedAt) return <ProgressBanner title={t('flow.sending')} done={done} total={total} state="running" />;
  stopPolling();
  return (
    <Receipt
      title={t('flow.sent', { count: total })}
      next={[{ who: t('flow.nextWho'), what: t('flow.nextWhat') }]}
      actions={
        <Button variant="contained" href={`/messages?flow=${flowId}`}>
          {t('flow.see')}
        </Button>
      }
    />
  );
}
