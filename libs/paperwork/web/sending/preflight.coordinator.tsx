import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { type PaperPreflightQuery } from '@softmob/gql/sending-coordinator/graphql';
import { type Subject } from '@softmob/paperwork-model';
import { QueryError, useErrorText, useSubmit } from '@softmob/portal-kit';
import { DataTable, EmptyState, Notice, Section, SkeletonList, StateChip } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePlaceholderName } from '../shared/placeholder-names';
import { GenerateDocument, PreflightDocument } from './paperwork.operations.coordinator';

type Line = PaperPreflightQuery['documentPreflight'][number];
interface PreflightProps {
  versionId: string;
  language: string;
  flowId: string;
  subject: Subject;
}

/** Who is ready, what is missing for whom and where it is mended, what would be replaced; then issuing. */
export function Preflight({ versionId, language, flowId, subject }: PreflightProps) {
  const { t } = useTranslation('paperwork');
  const input = { versionId, language, flowId };
  const { data, error, refetch } = useQuery(PreflightDocument, { variables: { input }, fetchPolicy: 'network-only' });
  if (error) return <QueryError error={error} ns="paperwork" onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={6} />;
  return (
    <Section title={t('preflight.title')} description={t(`preflight.${subject}`)}>
      <Lines lines={data.documentPreflight} {...{ input, subject }} />
    </Section>
  );
}

interface LinesProps {
  lines: readonly Line[];
  input: { versionId: string; language: string; flowId: string };
  subject: Subject;
}

function Lines({ lines, input, subject }: LinesProps) {
  const { t } = useTranslation('paperwork');
  const navigate = useNavigate();
  const text = useErrorText('paperwork');
  const ready = lines.filter(({ missing }) => missing.length === 0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(ready.map(({ subjectId }) => subjectId)));
  const { submit, saving, errors } = useSubmit(GenerateDocument);
  const chosen = lines.filter(({ subjectId }) => selected.has(subjectId));
  const incomplete = lines.length - ready.length;
  const replaced = chosen.filter(({ replaces }) => replaces !== null).length;
  const selects = subject === 'mobility';
  const count = selects ? chosen.length : ready.length;
  const issue = async () => {
    const { versionId, language, flowId } = input;
    const mobilityIds = chosen.map(({ subjectId }) => subjectId);
    const made = await submit({
      input: selects ? { versionId, language, mobilityIds } : { versionId, language, flowId },
    });
    if (made) void navigate(`/papers/runs/${made.generateDocuments.id}`);
  };
  const button = (
    <Button variant="contained" loading={saving} disabled={count === 0} onClick={() => void issue()}>
      {t('preflight.issue', { count })}
    </Button>
  );
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      {incomplete > 0 ? (
        <Notice tone="atRisk" title={t('preflight.incomplete', { count: incomplete })}>
          {t('preflight.incompleteText')}
        </Notice>
      ) : (
        <Notice tone="done" title={t('preflight.complete', { count: lines.length })} />
      )}
      {replaced > 0 && <Notice tone="waiting">{t('preflight.replaces', { count: replaced })}</Notice>}
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
      <DataTable
        caption={t('preflight.title')}
        rows={[...lines].sort((a, b) => b.missing.length - a.missing.length)}
        rowKey={({ subjectId }) => subjectId}
        {...(selects
          ? {
              selection: {
                selected,
                onChange: setSelected,
                rowLabel: ({ subject: name }: Line) => name ?? '',
                actions: () => button,
              },
            }
          : {})}
        columns={[
          { key: 'subject', header: t('preflight.subject'), cell: ({ subject: name }) => name, inCard: 'title' },
          { key: 'state', header: t('preflight.state'), cell: (line) => <Missing line={line} flowId={input.flowId} /> },
          { key: 'replaces', header: t('preflight.replacesColumn'), cell: ({ replaces }) => replaces ?? '–' },
        ]}
        empty={<EmptyState title={t('preflight.nobody')} />}
      />
      {!selects && <div>{button}</div>}
    </div>
  );
}

/** Where a missing fact is entered: data of the person in their mobility, the place of learning in placements. */
const placeOf = (path: string, mobilityId: string | null, flowId: string): string => {
  const [group] = path.split('.');
  if (group === 'company') return '/placements';
  if (group === 'learning') return mobilityId ? `/agreements/${mobilityId}` : '/agreements';
  if (group === 'attendance') return '/monitoring';
  if (group === 'host' || group === 'flow' || group === 'project' || !mobilityId) return `/flows/${flowId}`;
  return `/mobilities/${mobilityId}`;
};

function Missing({ line: { missing, mobilityId }, flowId }: { line: Line; flowId: string }) {
  const { t } = useTranslation('paperwork');
  const nameOf = usePlaceholderName();
  if (missing.length === 0) return <StateChip state="done" size="small" label={t('preflight.ready')} />;
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center' }}>
      <StateChip state="blocked" size="small" label={t('preflight.missing')} />
      {missing.map((path) => (
        <Link key={path} href={placeOf(path, mobilityId, flowId)}>
          {nameOf(path)}
        </Link>
      ))}
    </span>
  );
}
