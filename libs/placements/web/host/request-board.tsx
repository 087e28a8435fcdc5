import { useApolloClient, useQuery } from '@apollo/client/react';
import AutoFixHighOutlined from '@mui/icons-material/AutoFixHighOutlined';
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import Button from '@mui/material/Button';
import { QueryError, toFormErrors, useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { Notice, SelectionBar, SkeletonList, StateChip } from '@softmob/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardLearner, type BoardOffer } from '../shared/board';
import { MatchBoard } from '../shared/match-board';
import { ReasonDialog } from '../shared/reason-dialog';
import { Notices, Tools } from '../shared/tools';
import {
  ConfirmPlacementsDocument,
  DeclineRequestsDocument,
  OffersDocument,
  PlaceLearnersDocument,
  type RequestGroup,
  SuggestPlacesDocument,
} from './requests.operations';

const NO_PLAN = {};
const readAsHost = () => 'host' as const;

function useLearners(group: RequestGroup, notes: Readonly<Record<string, string>>): BoardLearner[] {
  const { t } = useTranslation('placements');
  return useMemo(
    () =>
      group.placements.map(({ id, status, startsOn, endsOn, capacity, mobility }, at): BoardLearner => {
        const { occupation, qualification, mainLanguage, languageLevel, minor } = mobility.participant;
        const language = [mainLanguage, languageLevel].filter(Boolean).join(' ');
        return {
          id: mobility.id,
          placementId: id,
          name: t('requests.profile', { number: at + 1, occupation }),
          detail: [qualification, language, minor ? t('board.minor') : ''].filter(Boolean).join(' · '),
          occupation,
          starts: startsOn,
          ends: endsOn,
          status: status === 'proposed' ? 'proposed' : 'requested',
          capacityId: capacity?.id ?? null,
          note: notes[mobility.id] === undefined ? undefined : t(`unmatched.${notes[mobility.id]}`),
        };
      }),
    [group.placements, notes, t],
  );
}

interface RequestBoardProps {
  group: RequestGroup;
  onChanged: () => Promise<void>;
  onConfirmed: (facts: { count: number; tutors: number }) => void;
}

/** The host's companies in the country of the flow, with what is free through its stay. */
function useOffers(flow: RequestGroup['flow']) {
  const query = useQuery(OffersDocument, {
    variables: { from: flow.startsOn, to: flow.endsOn },
    fetchPolicy: 'cache-and-network',
  });
  const offers = (query.data?.capacities ?? [])
    .filter(({ company }) => company.country === flow.country)
    .map(({ id, company, occupation, places, free, startsOn, endsOn }): BoardOffer => ({
      ...{ id, occupation, places, free, company: company.name, town: company.town },
      open: (startsOn ?? flow.startsOn) <= flow.startsOn && (endsOn ?? flow.endsOn) >= flow.endsOn,
    }));
  return { query, offers };
}

/** Puts learners at companies, one by one or as suggested; every choice is stored at once. */
function usePlacing(flowId: string, refresh: () => Promise<unknown>) {
  const { t } = useTranslation('placements');
  const toast = useToast();
  const client = useApolloClient();
  const { submit, saving, errors } = useSubmit(PlaceLearnersDocument);
  const [suggesting, setSuggesting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const place = async (placements: { mobilityId: string; capacityId: string }[]) => {
    const placed = placements.length === 0 || (await submit({ placements })) !== null;
    await refresh();
    return placed;
  };
  const suggest = async () => {
    setSuggesting(true);
    setFailure(null);
    try {
      const { data } = await client.query({
        query: SuggestPlacesDocument,
        variables: { flowId },
        fetchPolicy: 'network-only',
      });
      const { assignments = [], unmatched = [] } = data?.matchFlow ?? {};
      setNotes(Object.fromEntries(unmatched.map(({ mobility, reason }) => [mobility.id, reason])));
      const found = assignments.map(({ mobility, capacity }) => ({ mobilityId: mobility.id, capacityId: capacity.id }));
      if (await place(found)) toast(t('requests.suggested', { count: found.length, left: unmatched.length }));
    } catch (error) {
      setFailure(error);
    } finally {
      setSuggesting(false);
    }
  };
  return { place, suggest, suggesting, busy: saving || suggesting, errors: errors ?? toFormErrors(failure), notes };
}

interface DeclineProps {
  group: RequestGroup;
  picked: ReadonlySet<string>;
  onClear: () => void;
  onDone: () => Promise<unknown>;
}

/** Declines those that are picked, with a reason for the school. */
function Decline({ group, picked, onClear, onDone }: DeclineProps) {
  const { t } = useTranslation('placements');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { submit, errors } = useSubmit(DeclineRequestsDocument);
  const [count, school] = [picked.size, group.sendingOrganisation.name];
  return (
    <>
      <SelectionBar count={count} onClear={onClear}>
        <Button size="small" color="error" onClick={() => setOpen(true)}>
          {t('requests.decline', { count })}
        </Button>
      </SelectionBar>
      {open && (
        <ReasonDialog
          title={t('requests.declineTitle', { count })}
          text={t('requests.declineText', { school })}
          confirmLabel={t('requests.decline', { count })}
          errors={errors}
          onClose={() => setOpen(false)}
          onConfirm={async (reason) => {
            if (!(await submit({ mobilityIds: [...picked], reason }))) return;
            setOpen(false);
            toast(t('requests.declined', { count, school }));
            onClear();
            await onDone();
          }}
        />
      )}
    </>
  );
}

interface RequestToolsProps {
  learners: readonly BoardLearner[];
  placing: ReturnType<typeof usePlacing>;
  ready: number;
  confirming: boolean;
  onConfirm: () => void;
}

function RequestTools({ learners, placing, ready, confirming, onConfirm }: RequestToolsProps) {
  const { t } = useTranslation('placements');
  const open = learners.filter(({ status }) => status === 'requested').length;
  return (
    <Tools>
      <div className="facts" role="status">
        {open > 0 && <StateChip state="atRisk" size="medium" label={t('requests.open', { count: open })} />}
        <StateChip state="waiting" size="medium" label={t('requests.held', { count: learners.length - open })} />
      </div>
      {open > 0 && (
        <Button
          startIcon={<AutoFixHighOutlined />}
          variant="outlined"
          loading={placing.suggesting}
          onClick={() => void placing.suggest()}
        >
          {t('requests.suggest', { count: open })}
        </Button>
      )}
      <Button
        variant="contained"
        startIcon={<CheckOutlined />}
        disabled={ready === 0}
        loading={confirming}
        onClick={onConfirm}
      >
        {t('requests.confirm', { count: ready })}
      </Button>
    </Tools>
  );
}

/** The request of one flow: places are held as they are chosen, and confirmed together. */
export function RequestBoard({ group, onChanged, onConfirmed }: RequestBoardProps) {
  const say = useErrorText('placements');
  const { query, offers } = useOffers(group.flow);
  const refresh = () => Promise.all([onChanged(), query.refetch()]);
  const placing = usePlacing(group.flow.id, refresh);
  const confirming = useSubmit(ConfirmPlacementsDocument);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const learners = useLearners(group, placing.notes);
  if (query.error) return <QueryError error={query.error} onRetry={() => void query.refetch()} ns="placements" />;
  if (!query.data) return <SkeletonList rows={10} />;
  const ready = learners
    .filter(({ id, status }) => status === 'proposed' && (picked.size === 0 || picked.has(id)))
    .flatMap(({ placementId }) => placementId ?? []);
  const confirm = async () => {
    const done = await confirming.submit({ ids: ready });
    await refresh();
    if (!done) return;
    const tutors = new Set(done.confirmPlacements.flatMap(({ tutor }) => tutor?.personId ?? [])).size;
    onConfirmed({ count: done.confirmPlacements.length, tutors });
  };
  const put = async (mobilityIds: readonly string[], capacityId: string) => {
    if (await placing.place(mobilityIds.map((mobilityId) => ({ mobilityId, capacityId })))) setPicked(new Set());
  };
  const errors = placing.errors ?? confirming.errors;
  return (
    <>
      <RequestTools
        {...{ learners, placing }}
        ready={ready.length}
        confirming={confirming.saving}
        onConfirm={() => void confirm()}
      />
      <Notices role="alert">{errors && <Notice tone="blocked">{say.of(errors)}</Notice>}</Notices>
      <MatchBoard
        {...{ learners, offers, picked }}
        plan={NO_PLAN}
        onPlace={(ids, capacityId) => void put(ids, capacityId)}
        onPick={setPicked}
        readerOf={readAsHost}
        busy={placing.busy || confirming.saving}
      />
      <Decline group={group} picked={picked} onClear={() => setPicked(new Set())} onDone={refresh} />
    </>
  );
}
