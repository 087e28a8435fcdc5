import { useApolloClient, useQuery } from '@apollo/client/react';
import AutoFixHighOutlined from '@mui/icons-material/AutoFixHighOutlined';
import SendOutlined from '@mui/icons-material/SendOutlined';
import Button from '@mui/material/Button';
import { QueryError, useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { EmptyState, Notice, SelectionBar, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf, conflictsOf, isRefusal, leftAt } from '../shared/board';
import { MatchBoard } from '../shared/match-board';
import { AskHostDialog } from './ask-host.coordinator';
import {
  FlowBoardDocument,
  ConfirmDirectDocument,
  MatchFlowDocument,
  SendProposalsDocument,
} from './board.operations.coordinator';
import { useBoard } from './board.view.coordinator';
import { BoardFacts, Tools } from './board-facts';
import { TakeBack } from './take-back.coordinator';
import { usePlan } from './use-plan';

export interface BoardFlow {
  id: string;
  code: string;
  startsOn: string;
  endsOn: string;
  hostOrganisation?: { id: string; name: string } | null | undefined;
}

/** Suggests companies for whoever has none, and keeps why somebody got none. */
function useSuggestion(
  flowId: string,
  onFound: (places: readonly { mobilityId: string; capacityId: string }[]) => void,
) {
  const { t } = useTranslation('placements');
  const client = useApolloClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const suggest = async () => {
    setBusy(true);
    setError(null);
    try {
      const { data } = await client.query({
        query: MatchFlowDocument,
        variables: { flowId },
        fetchPolicy: 'network-only',
      });
      if (!data) return;
      const { assignments, unmatched } = data.matchFlow;
      onFound(assignments.map(({ mobility, capacity }) => ({ mobilityId: mobility.id, capacityId: capacity.id })));
      setNotes(Object.fromEntries(unmatched.map(({ mobility, reason }) => [mobility.id, reason])));
      toast(t('sending.suggested', { count: assignments.length, left: unmatched.length }));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { suggest, busy, error, notes };
}

/** The board of one flow: suggest, correct by hand with the places in sight, send. */
export function FlowBoard({ flow }: { flow: BoardFlow }) {
  const { t } = useTranslation('placements');
  const toast = useToast();
  const say = useErrorText('placements');
  const query = useQuery(FlowBoardDocument, {
    variables: { flowId: flow.id, from: flow.startsOn, to: flow.endsOn },
  });
  const { plan, place, clear, reset } = usePlan(flow.id);
  const suggestion = useSuggestion(flow.id, (places) => {
    for (const { mobilityId, capacityId } of places) place([mobilityId], capacityId);
  });
  const { learners, offers, direct } = useBoard(query.data, flow, suggestion.notes);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const sending = useSubmit(SendProposalsDocument);
  const confirming = useSubmit(ConfirmDirectDocument);
  if (query.error) return <QueryError error={query.error} onRetry={() => void query.refetch()} ns="placements" />;
  if (!query.data) return <SkeletonList rows={10} />;
  if (learners.length === 0)
    return <EmptyState title={t('sending.noLearners')}>{t('sending.noLearnersHint')}</EmptyState>;

  const changes = changesOf(learners, plan);
  const left = leftAt(learners, offers, plan);
  const refusals = changes.filter(({ mobilityId, capacityId }) => {
    const [learner, offer] = [learners.find(({ id }) => id === mobilityId), offers.find(({ id }) => id === capacityId)];
    return learner && offer && conflictsOf(learner, offer, left.get(offer.id) ?? 0).some(isRefusal);
  });
  const unplaced = learners.filter(({ id, status }) => picked.has(id) && status === 'selected');
  const confirmable = learners.filter(
    (learner) => picked.has(learner.id) && direct.has(learner.id) && learner.status === 'proposed',
  );
  const errors = sending.errors ?? confirming.errors;
  const send = async () => {
    const sent = await sending.submit({ placements: changes });
    await query.refetch();
    if (!sent) return;
    reset();
    setPicked(new Set());
    toast(
      t(flow.hostOrganisation ? 'sending.sent' : 'sending.chosen', {
        count: changes.length,
        host: flow.hostOrganisation?.name,
      }),
    );
  };
  return (
    <>
      <Tools>
        <BoardFacts learners={learners} plan={plan} />
        <Button
          startIcon={<AutoFixHighOutlined />}
          variant="outlined"
          loading={suggestion.busy}
          onClick={() => void suggestion.suggest()}
        >
          {t('sending.suggest')}
        </Button>
        {changes.length > 0 && (
          <>
            <Button onClick={reset}>{t('sending.discard', { count: changes.length })}</Button>
            <Button
              variant="contained"
              startIcon={<SendOutlined />}
              disabled={refusals.length > 0}
              loading={sending.saving}
              onClick={() => void send()}
            >
              {flow.hostOrganisation
                ? t('sending.send', { count: changes.length, host: flow.hostOrganisation.name })
                : t('sending.keep', { count: changes.length })}
            </Button>
          </>
        )}
      </Tools>
      {refusals.length > 0 && <Notice tone="blocked">{t('sending.refusals', { count: refusals.length })}</Notice>}
      {errors && <Notice tone="blocked">{say.of(errors)}</Notice>}
      {suggestion.error !== null && <QueryError error={suggestion.error} ns="placements" />}
      <MatchBoard
        learners={learners}
        offers={offers}
        plan={plan}
        onPlace={place}
        onClear={clear}
        picked={picked}
        onPick={setPicked}
        isDirect={({ id }) => direct.has(id)}
        busy={sending.saving}
        rowAction={(learner) =>
          learner.placementId && <TakeBack learner={learner} onDone={() => void query.refetch()} />
        }
      />
      <SelectionBar count={picked.size} onClear={() => setPicked(new Set())} onSelectAll={undefined}>
        {unplaced.length > 0 && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('sending.ask', { count: unplaced.length })}
          </Button>
        )}
        {confirmable.length > 0 && (
          <Button
            size="small"
            loading={confirming.saving}
            onClick={() =>
              void confirming
                .submit({ ids: confirmable.flatMap(({ placementId }) => placementId ?? []) })
                .then((done) => done && setPicked(new Set()))
                .then(() => query.refetch())
            }
          >
            {t('sending.confirm', { count: confirmable.length })}
          </Button>
        )}
      </SelectionBar>
      {asking && (
        <AskHostDialog
          mobilityIds={unplaced.map(({ id }) => id)}
          hosts={query.data.organisations.nodes}
          preset={flow.hostOrganisation?.id ?? null}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            setPicked(new Set());
            void query.refetch();
          }}
        />
      )}
    </>
  );
}
