import { useApolloClient, useQuery } from '@apollo/client/react';
import AutoFixHighOutlined from '@mui/icons-material/AutoFixHighOutlined';
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { QueryError, toFormErrors, useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { Notice, SelectionBar, SkeletonList, StateChip } from '@softmob/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardLearner, type BoardOffer } from '../shared/board';
import { MatchBoard } from '../shared/match-board';
import { ReasonDialog } from '../shared/reason-dialog';
import {
  ConfirmPlacementsDocument,
  DeclineRequestsDocument,
  OffersDocument,
  PlaceLearnersDocument,
  SuggestPlacesDocument,
} from './requests.operations';
import { type RequestGroup } from './requests-screen';

const Tools = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  marginBottom: 16,
  '& > .facts': { display: 'flex', flexWrap: 'wrap', gap: 6, marginRight: 'auto' },
});

const NO_PLAN = {};

function useLearners(group: RequestGroup, notes: Readonly<Record<string, string>>): BoardLearner[] {
  const { t } = useTranslation('placements');
  return useMemo(
    () =>
      group.placements.map(({ id, status, startsOn, endsOn, capacity, mobility }, at): BoardLearner => {
        const { occupation, qualification, mainLanguage, languageLevel, minor, eqfLevel } = mobility.participant;
        const language = [mainLanguage, languageLevel].filter(Boolean).join(' ');
        const eqf = eqfLevel === null || eqfLevel === undefined ? '' : t('requests.eqf', { level: eqfLevel });
        return {
          id: mobility.id,
          placementId: id,
          name: t('requests.profile', { number: at + 1, occupation }),
          detail: [qualification, eqf, language, minor ? t('board.minor') : ''].filter(Boolean).join(' · '),
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

/** One flow's request: every choice is stored at once, and the place is held until it is confirmed. */
export function RequestBoard({ group, onChanged, onConfirmed }: RequestBoardProps) {
  const { t } = useTranslation('placements');
  const say = useErrorText('placements');
  const toast = useToast();
  const client = useApolloClient();
  const { flow } = group;
  const offersQuery = useQuery(OffersDocument, {
    variables: { from: flow.startsOn, to: flow.endsOn },
    fetchPolicy: 'cache-and-network',
  });
  const placing = useSubmit(PlaceLearnersDocument);
  const confirming = useSubmit(ConfirmPlacementsDocument);
  const declining = useSubmit(DeclineRequestsDocument);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [declineOpen, setDeclineOpen] = useState(false);
  const [suggesting, setSuggesting] = useState(false);
  const [suggestError, setSuggestError] = useState<unknown>(null);
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const learners = useLearners(group, notes);
  if (offersQuery.error)
    return <QueryError error={offersQuery.error} onRetry={() => void offersQuery.refetch()} ns="placements" />;
  if (!offersQuery.data) return <SkeletonList rows={10} />;

  const offers = offersQuery.data.capacities
    .filter(({ company }) => company.country === flow.country)
    .map(({ id, company, occupation, places, free, startsOn, endsOn }): BoardOffer => ({
      ...{ id, occupation, places, free, company: company.name, town: company.town },
      open: (startsOn ?? flow.startsOn) <= flow.startsOn && (endsOn ?? flow.endsOn) >= flow.endsOn,
    }));
  const refresh = () => Promise.all([onChanged(), offersQuery.refetch()]);
  const place = async (mobilityIds: readonly string[], capacityId: string) => {
    const placed = await placing.submit({ placements: mobilityIds.map((mobilityId) => ({ mobilityId, capacityId })) });
    if (placed) setPicked(new Set());
    await refresh();
  };
  const suggest = async () => {
    setSuggesting(true);
    setSuggestError(null);
    try {
      const { data } = await client.query({
        query: SuggestPlacesDocument,
        variables: { flowId: flow.id },
        fetchPolicy: 'network-only',
      });
      const { assignments = [], unmatched = [] } = data?.matchFlow ?? {};
      setNotes(Object.fromEntries(unmatched.map(({ mobility, reason }) => [mobility.id, reason])));
      if (assignments.length > 0) {
        await placing.submit({
          placements: assignments.map(({ mobility, capacity }) => ({
            mobilityId: mobility.id,
            capacityId: capacity.id,
          })),
        });
      }
      await refresh();
      toast(t('requests.suggested', { count: assignments.length, left: unmatched.length }));
    } catch (failure) {
      setSuggestError(failure);
    } finally {
      setSuggesting(false);
    }
  };
  const chosen = learners.filter(({ id }) => picked.size === 0 || picked.has(id));
  const ready = chosen.filter(({ status }) => status === 'proposed').flatMap(({ placementId }) => placementId ?? []);
  const open = learners.filter(({ status }) => status === 'requested').length;
  const confirm = async () => {
    const done = await confirming.submit({ ids: ready });
    await refresh();
    if (!done) return;
    const tutors = new Set(done.confirmPlacements.flatMap(({ tutor }) => tutor?.personId ?? [])).size;
    onConfirmed({ count: done.confirmPlacements.length, tutors });
  };
  const errors = placing.errors ?? confirming.errors ?? toFormErrors(suggestError);
  return (
    <>
      <Tools>
        <div className="facts" role="status">
          {open > 0 && <StateChip state="atRisk" size="medium" label={t('requests.open', { count: open })} />}
          <StateChip state="waiting" size="medium" label={t('requests.held', { count: learners.length - open })} />
        </div>
        {open > 0 && (
          <Button
            startIcon={<AutoFixHighOutlined />}
            variant="outlined"
            loading={suggesting}
            onClick={() => void suggest()}
          >
            {t('requests.suggest', { count: open })}
          </Button>
        )}
        <Button
          variant="contained"
          startIcon={<CheckOutlined />}
          disabled={ready.length === 0}
          loading={confirming.saving}
          onClick={() => void confirm()}
        >
          {t('requests.confirm', { count: ready.length })}
        </Button>
      </Tools>
      {errors && (
        <div style={{ marginBottom: 16 }} role="alert">
          <Notice tone="blocked">{say.of(errors)}</Notice>
        </div>
      )}
      <MatchBoard
        learners={learners}
        offers={offers}
        plan={NO_PLAN}
        onPlace={(ids, capacityId) => void place(ids, capacityId)}
        picked={picked}
        onPick={setPicked}
        busy={placing.saving || suggesting || confirming.saving}
      />
      <SelectionBar count={picked.size} onClear={() => setPicked(new Set())}>
        <Button size="small" color="error" onClick={() => setDeclineOpen(true)}>
          {t('requests.decline', { count: picked.size })}
        </Button>
      </SelectionBar>
      {declineOpen && (
        <ReasonDialog
          title={t('requests.declineTitle', { count: picked.size })}
          text={t('requests.declineText', { school: group.sendingOrganisation.name })}
          confirmLabel={t('requests.decline', { count: picked.size })}
          errors={declining.errors}
          onClose={() => setDeclineOpen(false)}
          onConfirm={async (reason) => {
            if (!(await declining.submit({ mobilityIds: [...picked], reason }))) return;
            setDeclineOpen(false);
            toast(t('requests.declined', { count: picked.size, school: group.sendingOrganisation.name }));
            setPicked(new Set());
            await refresh();
          }}
        />
      )}
    </>
  );
}
