import { useApolloClient, useQuery } from '@apollo/client/react';
import AutoFixHighOutlined from '@mui/icons-material/AutoFixHighOutlined';
import SendOutlined from '@mui/icons-material/SendOutlined';
import Button from '@mui/material/Button';
import { QueryError, toFormErrors, useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { EmptyState, Notice, SelectionBar, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf, placeOf, refusalsOf } from '../shared/board';
import { MatchBoard } from '../shared/match-board';
import { AskHostDialog } from './ask-host.coordinator';
import {
  FlowBoardDocument,
  ConfirmDirectDocument,
  MatchFlowDocument,
  SendProposalsDocument,
} from './board.operations.coordinator';
import { useBoard } from './board.view.coordinator';
import { BoardFacts } from './board-facts';
import { Notices, Tools } from '../shared/tools';
import { ReplaceLink } from './replace-link';
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
  return { suggest, busy, errors: toFormErrors(error), notes };
}

/** Everything the coordinator can do with the board, and what stands on it. */
function useFlowBoard(flow: BoardFlow) {
  const { t } = useTranslation('placements');
  const toast = useToast();
  const query = useQuery(FlowBoardDocument, { variables: { flowId: flow.id, from: flow.startsOn, to: flow.endsOn } });
  const { plan, place, clear, reset } = usePlan(flow.id);
  const suggestion = useSuggestion(flow.id, (places) => {
    for (const { mobilityId, capacityId } of places) place([mobilityId], capacityId);
  });
  const board = useBoard(query.data, flow, suggestion.notes);
  const sending = useSubmit(SendProposalsDocument);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const changes = changesOf(board.learners, plan);
  const host = flow.hostOrganisation?.name;
  const refresh = async () => {
    setPicked(new Set());
    await query.refetch();
  };
  const send = async () => {
    const sent = await sending.submit({ placements: changes });
    await query.refetch();
    if (!sent) return;
    reset();
    setPicked(new Set());
    toast(t(host ? 'sending.sent' : 'sending.chosen', { count: changes.length, host }));
  };
  return { ...board, query, plan, place, clear, reset, suggestion, sending, changes, picked, setPicked, refresh, send };
}
type FlowBoardState = ReturnType<typeof useFlowBoard>;

function BoardTools({ flow, state, refusals }: { flow: BoardFlow; state: FlowBoardState; refusals: number }) {
  const { t } = useTranslation('placements');
  const { learners, plan, changes, suggestion, sending, reset, send } = state;
  const host = flow.hostOrganisation?.name;
  return (
    <Tools>
      <BoardFacts learners={learners} plan={plan} />
      {learners.some((learner) => placeOf(learner, plan) === null) && (
        <Button
          startIcon={<AutoFixHighOutlined />}
          variant="outlined"
          loading={suggestion.busy}
          onClick={() => void suggestion.suggest()}
        >
          {t('sending.suggest')}
        </Button>
      )}
      {changes.length > 0 && (
        <>
          <Button onClick={reset}>{t('sending.discard', { count: changes.length })}</Button>
          <Button
            variant="contained"
            startIcon={<SendOutlined />}
            disabled={refusals > 0}
            loading={sending.saving}
            onClick={() => void send()}
          >
            {t(host ? 'sending.send' : 'sending.keep', { count: changes.length, host })}
          </Button>
        </>
      )}
    </Tools>
  );
}

/** What one can do with the learners that are picked. */
function PickedActions({ flow, state }: { flow: BoardFlow; state: FlowBoardState }) {
  const { t } = useTranslation('placements');
  const say = useErrorText('placements');
  const [asking, setAsking] = useState(false);
  const confirming = useSubmit(ConfirmDirectDocument);
  const { learners, direct, picked, setPicked, query, refresh } = state;
  const unplaced = learners.filter(({ id, status }) => picked.has(id) && status === 'selected');
  const own = learners.filter(({ id, status }) => picked.has(id) && direct.has(id) && status === 'proposed');
  const confirm = async () => {
    const done = await confirming.submit({ ids: own.flatMap(({ placementId }) => placementId ?? []) });
    if (done) await refresh();
  };
  return (
    <>
      <SelectionBar count={picked.size} onClear={() => setPicked(new Set())}>
        {unplaced.length > 0 && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('sending.ask', { count: unplaced.length })}
          </Button>
        )}
        {own.length > 0 && (
          <Button size="small" loading={confirming.saving} onClick={() => void confirm()}>
            {t('sending.confirm', { count: own.length })}
          </Button>
        )}
        {confirming.errors && <span role="alert">{say.of(confirming.errors)}</span>}
      </SelectionBar>
      {asking && (
        <AskHostDialog
          mobilityIds={unplaced.map(({ id }) => id)}
          hosts={query.data?.organisations.nodes ?? []}
          preset={flow.hostOrganisation?.id ?? null}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            void refresh();
          }}
        />
      )}
    </>
  );
}

/** The board of one flow: suggest, correct by hand with the places in sight, send. */
export function FlowBoard({ flow }: { flow: BoardFlow }) {
  const { t } = useTranslation('placements');
  const say = useErrorText('placements');
  const state = useFlowBoard(flow);
  const { query, learners, offers, direct, replaceable, plan, place, clear, picked, setPicked, sending, suggestion } =
    state;
  if (query.error) return <QueryError error={query.error} onRetry={() => void query.refetch()} ns="placements" />;
  if (!query.data) return <SkeletonList rows={10} />;
  if (learners.length === 0) {
    return <EmptyState title={t('sending.noLearners')}>{t('sending.noLearnersHint')}</EmptyState>;
  }
  const refusals = refusalsOf(learners, offers, plan);
  return (
    <>
      <BoardTools flow={flow} state={state} refusals={refusals} />
      <Notices role="alert">
        {refusals > 0 && <Notice tone="blocked">{t('sending.refusals', { count: refusals })}</Notice>}
        {sending.errors && <Notice tone="blocked">{say.of(sending.errors)}</Notice>}
        {suggestion.errors && <Notice tone="blocked">{say.of(suggestion.errors)}</Notice>}
      </Notices>
      <MatchBoard
        learners={learners}
        offers={offers}
        plan={plan}
        onPlace={place}
        onClear={clear}
        picked={picked}
        onPick={setPicked}
        readerOf={({ id }) => (direct.has(id) ? 'direct' : 'school')}
        busy={sending.saving}
        rowAction={(learner) => (
          <>
            {replaceable.has(learner.id) && <ReplaceLink learner={learner} />}
            {learner.placementId && <TakeBack learner={learner} onDone={() => void query.refetch()} />}
          </>
        )}
      />
      <PickedActions flow={flow} state={state} />
    </>
  );
}
