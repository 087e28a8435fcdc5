import { useQuery } from '@apollo/client/react';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { circleFault, CIRCLES, THREAD_KINDS, type ThreadKind } from '@softmob/conversations-model';
import { type ThreadCircleQuery } from '@softmob/gql/conversing/graphql';
import { Page, QueryError, useForm, useSession, useSubmit } from '@softmob/portal-kit';
import { EmptyState, FormGroup, Notice, SkeletonList, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Composer, type Typed } from './composer';
import { LearnerChoice } from './learner-choice';
import { SendMessageDocument, ThreadCircleDocument } from './documents.conversing';

type Person = ThreadCircleQuery['threadCircle'][number];

/** A new message: about whom or what, to which of those who have to do with it, and what it says. */
export function NewMessageScreen() {
  const { t } = useTranslation('conversations');
  const [search] = useSearchParams();
  const kind: ThreadKind = THREAD_KINDS.find((one) => one === search.get('kind')) ?? 'mobility';
  const subjectId = search.get('subject') ?? '';
  return (
    <Page title={t('new.title')} crumbs={[{ label: t('nav.messages'), to: '/messages' }]} width="form">
      {subjectId ? <To key={subjectId} kind={kind} subjectId={subjectId} /> : <LearnerChoice />}
    </Page>
  );
}

function To({ kind, subjectId }: { kind: ThreadKind; subjectId: string }) {
  const { t } = useTranslation('conversations');
  const { membership } = useSession();
  const { data, error, refetch } = useQuery(ThreadCircleDocument, { variables: { kind, subjectId } });
  if (error) return <QueryError error={error} backTo="/messages" onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="form" />;
  const others = data.threadCircle.filter(({ membershipId }) => membershipId !== membership?.id);
  if (others.length === 0) {
    return (
      <EmptyState title={t('new.nobody')}>
        {t(kind === 'organisation' ? 'new.nobodyThere' : 'new.nobodyDetail')}
      </EmptyState>
    );
  }
  return <Write kind={kind} subjectId={subjectId} people={others} />;
}

/** Whose organisation says more than their name. */
const AWAY: readonly string[] = ['hostCoordinator', 'companyTutor'];

interface WriteProps {
  kind: ThreadKind;
  subjectId: string;
  people: readonly Person[];
}

function Write({ kind, subjectId, people }: WriteProps) {
  const { t } = useTranslation('conversations');
  const { audience } = useSession();
  const navigate = useNavigate();
  const roles = CIRCLES[kind].filter((role) => people.some((person) => person.role === role));
  const asked = kind === 'organisation' ? roles.filter((role) => AWAY.includes(role)) : [];
  const form = useForm<Typed & { circle: string[] }>({
    initial: { text: '', files: [], circle: roles.length === 1 ? [...roles] : asked },
    draftKey: `message-new-${kind}-${subjectId}`,
    draftOn: 'device',
  });
  const { submit, saving, errors } = useSubmit(SendMessageDocument, { refetchQueries: ['Threads'] });
  const { text, files, circle } = form.values;
  const fault = circleFault(kind, [...circle, audience]);
  const nobody = audience === 'sendingCoordinator' && circle.length === 0;
  const send = async () => {
    const sent = await submit({
      input: { to: { kind, subjectId, circle }, text, fileIds: files.map(({ id }) => id) },
    });
    if (!sent) return;
    form.done();
    await navigate(`/messages/${sent.sendMessage.threadId}`, { replace: true });
  };
  return (
    <div style={{ display: 'grid', gap: 20 }}>
      <Subject kind={kind} people={people} />
      <Circle people={people} roles={roles} circle={circle} onCircle={(next) => form.patch({ circle: next })} />
      {fault && <Notice tone="blocked">{t(`errors.${fault}`)}</Notice>}
      <Composer
        value={form.values}
        onChange={form.patch}
        onSend={() => void send()}
        sending={saving}
        errors={errors}
        disabled={fault !== null || nobody}
      />
    </div>
  );
}

/** About whom, or to which organisation, as far as those who take part say it. */
function Subject({ kind, people }: Pick<WriteProps, 'kind' | 'people'>) {
  const { t } = useTranslation('conversations');
  const { membership } = useSession();
  const learner = people.find(({ role }) => role === 'participant')?.name;
  const organisation = people.find(({ organisationName }) => organisationName !== membership?.organisationName);
  const words =
    kind === 'organisation'
      ? organisation?.organisationName && t('new.toOrganisation', { name: organisation.organisationName })
      : learner && t('new.toLearner', { name: learner });
  return words ? <strong>{words}</strong> : null;
}

interface CircleProps {
  people: readonly Person[];
  roles: readonly string[];
  circle: readonly string[];
  onCircle: (circle: string[]) => void;
}

/** Who takes part: the school always, the others as chosen. */
function Circle({ people, roles, circle, onCircle }: CircleProps) {
  const { t } = useTranslation('conversations');
  const format = useFormat();
  const namesOf = (role: string) =>
    format.list(
      people
        .filter((person) => person.role === role)
        .map(({ name, organisationName }) => (AWAY.includes(role) ? `${name} (${organisationName ?? ''})` : name)),
    );
  const school = namesOf('sendingCoordinator');
  const toggle = (role: string, on: boolean) =>
    onCircle(on ? [...circle, role] : circle.filter((chosen) => chosen !== role));
  return (
    <FormGroup legend={t('new.who')} hint={t('new.whoHint')}>
      {school && (
        <FormControlLabel
          control={<Checkbox checked disabled />}
          label={<RoleLabel role={t('kit:audience.sendingCoordinator')} names={school} />}
        />
      )}
      {roles.map((role) => (
        <FormControlLabel
          key={role}
          control={<Checkbox checked={circle.includes(role)} onChange={(_event, on) => toggle(role, on)} />}
          label={<RoleLabel role={t(`kit:audience.${role}`)} names={namesOf(role)} />}
        />
      ))}
    </FormGroup>
  );
}

function RoleLabel({ role, names }: { role: string; names: string }) {
  return (
    <>
      <strong style={{ fontWeight: 600 }}>{role}</strong>
      <br />
      <span style={{ fontSize: '0.875rem' }}>{names}</span>
    </>
  );
}
