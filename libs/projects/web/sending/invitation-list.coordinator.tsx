import { useQuery } from '@apollo/client/react';
import MailOutlined from '@mui/icons-material/MailOutlined';
import NotificationsActiveOutlined from '@mui/icons-material/NotificationsActiveOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type InvitedPeopleQuery } from '@softmob/gql/sending-coordinator/graphql';
import { QueryError, useErrorText, useSubmit, useToast, useUrlState } from '@softmob/portal-kit';
import { type Column, DataTable, EmptyState, FilterBar, FilterMenu, Notice, SkeletonList, StatTile } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { InvitationChip } from '../shared/invitation-chip';
import {
  InvitedPeopleDocument,
  InviteParticipantsDocument,
  RemindInvitationsDocument,
} from './people-documents.coordinator';

type Row = InvitedPeopleQuery['mobilities']['nodes'][number];
const STATUSES = ['none', 'invited', 'expired', 'accepted'];

const Stack = styled('div')({ display: 'grid', gap: 20, '& > *': { minWidth: 0 } });
const Tiles = styled('div')({ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', gap: 12 });
const Buttons = styled('div')({ display: 'flex', gap: 8, flexWrap: 'wrap' });

/** The answers of a row: the participant's and, for a minor, the guardian's. */
const answersOf = ({ participant }: Row): string[] =>
  [participant.invitation?.status ?? 'none', participant.guardianInvitation?.status].filter(
    (status) => status !== undefined,
  );
const nameOf = ({ participant }: Row) => `${participant.lastName ?? ''}, ${participant.firstName ?? ''}`;

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('projects');
  return [
    { key: 'name', header: t('person.name'), cell: nameOf },
    { key: 'flow', header: t('flow.code'), cell: ({ flow }) => flow.code },
    { key: 'email', header: t('person.email'), cell: ({ participant }) => participant.email, inCard: 'hidden' },
    {
      key: 'answer',
      header: t('people.participant'),
      cell: ({ participant }) => <InvitationChip invitation={participant.invitation} />,
    },
    {
      key: 'guardian',
      header: t('people.guardianName'),
      cell: ({ participant }) => participant.guardianName ?? '–',
      inCard: 'hidden',
    },
    {
      key: 'guardianAnswer',
      header: t('people.guardian'),
      cell: ({ participant }) => <InvitationChip invitation={participant.guardianInvitation} />,
    },
  ];
}

interface ActionsProps {
  ids: readonly string[] | null;
  projectId: string;
  fresh: number;
  silent: number;
  onDone: () => Promise<unknown>;
}

/** Invites who has no link yet and reminds who has not answered; a number stands on each button. */
function InviteActions({ ids, projectId, fresh, silent, onDone }: ActionsProps) {
  const { t } = useTranslation('projects');
  const toast = useToast();
  const text = useErrorText('projects');
  const invite = useSubmit(InviteParticipantsDocument);
  const remind = useSubmit(RemindInvitationsDocument);
  const input = ids ? { mobilityIds: [...ids] } : { projectId };
  const errors = invite.errors ?? remind.errors;
  return (
    <Buttons>
      <Button
        variant={ids ? 'outlined' : 'contained'}
        startIcon={<MailOutlined />}
        disabled={fresh === 0}
        loading={invite.saving}
        onClick={async () => {
          const result = await invite.submit({ input });
          if (!result) return;
          const { participants, guardians } = result.inviteParticipants;
          toast(t('people.invited', { participants, guardians }));
          await onDone();
        }}
      >
        {t('people.invite', { count: fresh })}
      </Button>
      <Button
        startIcon={<NotificationsActiveOutlined />}
        disabled={silent === 0}
        loading={remind.saving}
        onClick={async () => {
          const result = await remind.submit({ input });
          if (!result) return;
          const { participants, guardians } = result.remindInvitations;
          toast(t('people.reminded', { participants, guardians }));
          await onDone();
        }}
      >
        {t('people.remind', { count: silent })}
      </Button>
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
    </Buttons>
  );
}

/** Who has answered and who has not, and one button for each. */
export function InvitationList({
  project,
}: {
  project: { id: string; flows: readonly { id: string; code: string }[] };
}) {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState({ q: '', flows: [] as string[], answer: [] as string[] });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = useColumns();
  const { data, error, refetch } = useQuery(InvitedPeopleDocument, {
    variables: { projectId: project.id },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList />;
  const all = data.mobilities.nodes;
  const rows = all.filter(
    (row) =>
      (url.flows.length === 0 || url.flows.includes(row.flow.id)) &&
      (url.answer.length === 0 || answersOf(row).some((status) => url.answer.includes(status))) &&
      nameOf(row).toLowerCase().includes(url.q.toLowerCase()),
  );
  const count = (among: readonly Row[], ...statuses: string[]) =>
    among.flatMap(answersOf).filter((status) => statuses.includes(status)).length;
  const chosen = rows.filter(({ id }) => selected.has(id));
  const done = async () => {
    setSelected(new Set());
    await refetch();
  };
  if (all.length === 0)
    return (
      <EmptyState
        title={t('people.empty')}
        action={
          <Button variant="contained" href={`/imports/new?project=${project.id}`}>
            {t('project.import')}
          </Button>
        }
      >
        {t('people.emptyHint')}
      </EmptyState>
    );
  return (
    <Stack>
      <Tiles>
        <StatTile label={t('people.status.none')} value={count(all, 'none')} />
        <StatTile label={t('people.waiting')} value={count(all, 'invited')} state="waiting" />
        <StatTile
          label={t('people.status.expired')}
          value={count(all, 'expired')}
          state={count(all, 'expired') > 0 ? 'atRisk' : undefined}
        />
        <StatTile
          label={t('people.status.accepted')}
          value={count(all, 'accepted')}
          state="done"
          share={count(all, 'accepted') / Math.max(1, count(all, ...STATUSES))}
        />
      </Tiles>
      <InviteActions
        ids={null}
        projectId={project.id}
        fresh={count(all, 'none')}
        silent={count(all, 'invited', 'expired')}
        onDone={done}
      />
      <FilterBar
        search={{ value: url.q, onChange: (q) => setUrl({ q }), label: t('people.search') }}
        result={t('people.result', { count: rows.length })}
        onReset={() => setUrl({ q: '', flows: [], answer: [] })}
        active={url.q !== '' || url.flows.length > 0 || url.answer.length > 0}
      >
        <FilterMenu
          label={t('flow.code')}
          selected={url.flows}
          onChange={(flows) => setUrl({ flows })}
          options={project.flows.map(({ id, code }) => ({ value: id, label: code }))}
        />
        <FilterMenu
          label={t('people.answer')}
          selected={url.answer}
          onChange={(answer) => setUrl({ answer })}
          options={STATUSES.map((value) => ({ value, label: t(`people.status.${value}`), count: count(all, value) }))}
        />
      </FilterBar>
      <DataTable
        caption={t('people.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/mobilities/${id}`)}
        selection={{
          selected,
          onChange: setSelected,
          rowLabel: nameOf,
          actions: (keys) => (
            <InviteActions
              ids={keys}
              projectId={project.id}
              fresh={count(chosen, 'none')}
              silent={count(chosen, 'invited', 'expired')}
              onDone={done}
            />
          ),
        }}
        empty={<EmptyState compact title={t('people.noMatch')} />}
      />
    </Stack>
  );
}
