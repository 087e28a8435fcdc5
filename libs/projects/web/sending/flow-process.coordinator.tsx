import { useLazyQuery, useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/sending-coordinator';
import { type FlowProcessMoveQuery } from '@softmob/gql/sending-coordinator/graphql';
import { QueryError, useErrorText, useFormat, useSession, useSubmit, useToast } from '@softmob/portal-kit';
import { ConfirmDialog, Notice, Section, SelectField, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const FlowProcessDocument = graphql(`
  query FlowProcess($id: ID!, $locale: String) {
    flow(id: $id) {
      id
      version
      processVersion {
        id
        number
        template {
          id
          name(locale: $locale)
        }
      }
    }
    processTemplates {
      id
      name(locale: $locale)
      origin
      schoolName
      versions {
        id
        number
      }
    }
  }
`);
const FlowProcessMoveDocument = graphql(`
  query FlowProcessMove($flowId: ID!, $versionId: ID!) {
    flowProcessMove(flowId: $flowId, versionId: $versionId) {
      to {
        id
        number
        template {
          id
          name
        }
      }
      added {
        key
        titleEn
        titleIt
        role
      }
      removed {
        key
        titleEn
        titleIt
        role
      }
      changed {
        after {
          key
          titleEn
          titleIt
          role
        }
        fields
      }
      dueDays {
        stepKey
        from
        to
        tasks
      }
      tasksAdded
      tasksDropped
      tasksDone
    }
  }
`);
const MoveFlowDocument = graphql(`
  mutation MoveFlowToVersion($flowId: ID!, $versionId: ID!, $version: Int!) {
    moveFlowToVersion(flowId: $flowId, versionId: $versionId, version: $version) {
      id
      version
    }
  }
`);

/** Which version of a process the flow follows, and the way to another one with what that changes. */
export function FlowProcess({ flowId, onMoved }: { flowId: string; onMoved: () => Promise<unknown> }) {
  const { t, i18n } = useTranslation('projects');
  const toast = useToast();
  const text = useErrorText('processes');
  const [versionId, setVersionId] = useState('');
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(FlowProcessDocument, {
    variables: { id: flowId, locale: i18n.language },
    fetchPolicy: 'network-only',
  });
  const [ask, preview] = useLazyQuery(FlowProcessMoveDocument, { fetchPolicy: 'network-only' });
  const { submit, errors } = useSubmit(MoveFlowDocument);
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList />;
  const { flow, processTemplates } = data;
  const follows = flow.processVersion;
  const options = processTemplates.flatMap(({ name, origin, schoolName, versions }) =>
    versions
      .filter(({ id }) => id !== follows?.id)
      .map(({ id, number }) => ({
        value: id,
        label: `${t('process.version', { name, number })} · ${t(`processes:origin.${origin}`, { school: schoolName ?? '' })}`,
      })),
  );
  const show = async () => {
    setOpen(true);
    await ask({ variables: { flowId, versionId } });
  };
  const move = async () => {
    if (!(await submit({ flowId, versionId, version: flow.version }))) return;
    setOpen(false);
    setVersionId('');
    toast(t('process.moved'));
    await Promise.all([refetch(), onMoved()]);
  };
  const now = follows && t('process.version', { name: follows.template?.name ?? '', number: follows.number });
  return (
    <Section title={t('process.title')} description={now ? t('process.follows', { version: now }) : t('process.none')}>
      <div style={{ display: 'grid', gap: 16 }}>
        <SelectField
          label={t('process.other')}
          value={versionId}
          options={options}
          onChange={({ target }) => setVersionId(target.value)}
        />
        <div>
          <Button variant="outlined" disabled={!versionId} onClick={() => void show()}>
            {t('process.show')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={open}
        title={t('process.question')}
        confirmLabel={t('process.move')}
        onConfirm={move}
        onClose={() => setOpen(false)}
      >
        {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
        {preview.error && <QueryError error={preview.error} onRetry={() => void show()} />}
        {preview.data && !preview.loading ? <Difference move={preview.data.flowProcessMove} /> : <SkeletonList />}
      </ConfirmDialog>
    </Section>
  );
}

type Move = FlowProcessMoveQuery['flowProcessMove'];

/** What comes, goes and changes, and what that means for the tasks. */
function Difference({ move }: { move: Move }) {
  const { t } = useTranslation('projects');
  const { locale } = useSession();
  const format = useFormat();
  const titleOf = ({ titleEn, titleIt, role }: Move['added'][number]) =>
    `${locale === 'it' ? titleIt : titleEn} (${t(`kit:audience.${role}`)})`;
  const titles = new Map(
    [...move.added, ...move.removed, ...move.changed.map(({ after }) => after)].map((step) => [
      step.key,
      titleOf(step),
    ]),
  );
  const wordsOf = (fields: readonly string[]) => fields.map((field) => t(`processes:stepField.${field}`)).join(', ');
  const lineOf = (step: Move['added'][number]) => ({ key: step.key, text: titleOf(step) });
  const parts = [
    { name: 'added', lines: move.added.map(lineOf) },
    { name: 'removed', lines: move.removed.map(lineOf) },
    {
      name: 'changed',
      lines: move.changed.map(({ after, fields }) => ({
        key: after.key,
        text: `${titleOf(after)}: ${wordsOf(fields)}`,
      })),
    },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <>
      <p>{t('process.tasks', { added: move.tasksAdded, dropped: move.tasksDropped, done: move.tasksDone })}</p>
      {parts.length === 0 && <p>{t('processes:difference.none')}</p>}
      {parts.map(({ name, lines }) => (
        <section key={name}>
          <h3>{t(`processes:difference.${name}`, { count: lines.length })}</h3>
          <ul>
            {lines.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </section>
      ))}
      {move.dueDays.length > 0 && (
        <section>
          <h3>{t('process.dueDays')}</h3>
          <ul>
            {move.dueDays.map(({ stepKey, from, to, tasks }) => (
              <li key={`${stepKey} ${from} ${to}`}>
                {t('process.dueDay', {
                  title: titles.get(stepKey) ?? stepKey,
                  from: format.date(from),
                  to: format.date(to),
                  count: tasks,
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
