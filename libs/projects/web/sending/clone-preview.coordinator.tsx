import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { type CloneFlowsInput } from '@softmob/gql/sending-coordinator/graphql';
import { toFormErrors, useErrorText, useSubmit } from '@softmob/portal-kit';
import { type Column, DataTable, DateRangeText, FormActions, Notice, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type Cloned, CloneFlowsDocument, ClonePreviewDocument, type Planned } from './clone-documents.coordinator';
import { type CloneValues } from './clone-fields.coordinator';
import { PlacesText } from '../shared/places-text';

type Flow = Planned['flows'][number];

/** What is asked of the server; null while something is still missing. */
function inputOf({ flowIds, projectId, shift, weeks, firstDeparture, askHosts }: CloneValues): CloneFlowsInput | null {
  const frame = { flowIds, projectId, askHosts };
  if (flowIds.length === 0) return null;
  if (shift === 'year') return { ...frame, weeks: 52 };
  if (shift === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(firstDeparture) ? { ...frame, firstDeparture } : null;
  return /^-?\d{1,3}$/.test(weeks.trim()) ? { ...frame, weeks: Number(weeks) } : null;
}

/** What would be made, with everything that breaks a rule, and the button that makes it. */
export function ClonePreview({ values, onCloned }: { values: CloneValues; onCloned: (cloned: Cloned) => void }) {
  const { t } = useTranslation('projects');
  const text = useErrorText('projects');
  const input = inputOf(values);
  const query = useQuery(ClonePreviewDocument, {
    variables: { input: input ?? { flowIds: [], projectId: '' } },
    skip: input === null,
    fetchPolicy: 'network-only',
  });
  const { submit, saving, errors } = useSubmit(CloneFlowsDocument);
  if (!input) return <p>{t('clone.missing')}</p>;
  if (query.error) {
    const found = toFormErrors(query.error);
    if (!found) return null;
    return (
      <Notice tone="atRisk">
        {found.fields.length > 0 ? found.fields.map((fault) => text.ofFault(fault)).join(' ') : text.of(found)}
      </Notice>
    );
  }
  const planned = query.data?.clonePreview;
  if (!planned) return <SkeletonList rows={values.flowIds.length} />;
  const broken = planned.flows.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 20 }}>
      <PlannedTable planned={planned} />
      <Findings planned={planned} broken={broken} />
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
      <FormActions>
        <Button
          variant="contained"
          loading={saving}
          disabled={broken}
          onClick={() => {
            void submit({ input }).then((result) => result && onCloned(result.cloneFlows));
          }}
        >
          {t('clone.make', { count: planned.flows.length })}
        </Button>
      </FormActions>
    </div>
  );
}

/** What does not agree with the call and the project, flow by flow, and the ways out. */
function Findings({ planned, broken }: { planned: Planned; broken: boolean }) {
  const { t } = useTranslation('projects');
  const told = planned.flows.filter(({ findings }) => findings.length > 0);
  if (told.length === 0) return null;
  return (
    <Notice
      tone={broken ? 'blocked' : 'atRisk'}
      title={t(broken ? 'clone.broken' : 'clone.heed')}
      action={broken && <Button href="/projects/new">{t('projects.new')}</Button>}
    >
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {told.map(({ source, code, findings }) => (
          <li key={source.id}>
            {code}: {findings.map(({ message }) => message).join('. ')}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function PlannedTable({ planned }: { planned: Planned }) {
  const { t } = useTranslation('projects');
  const columns: Column<Flow>[] = [
    {
      key: 'code',
      header: t('flow.code'),
      inCard: 'title',
      cell: ({ source, code }) => (code === source.code ? code : `${source.code} → ${code}`),
    },
    { key: 'town', header: t('flow.destination'), cell: ({ source }) => source.town },
    {
      key: 'dates',
      header: t('flow.dates'),
      cell: ({ startsOn, endsOn }) => <DateRangeText start={startsOn} end={endsOn} />,
    },
    { key: 'places', header: t('clone.places'), cell: ({ places }) => <PlacesText places={places} /> },
    { key: 'teachers', header: t('clone.accompanying'), numeric: true, cell: (flow) => flow.accompanyingPlaces },
    {
      key: 'hosts',
      header: t('clone.hosts'),
      cell: ({ hosts }) => hosts.map(({ organisation }) => organisation?.name).join(', ') || '–',
    },
  ];
  return (
    <DataTable
      caption={t('clone.weeksMoved', { count: planned.weeks })}
      columns={columns}
      rows={planned.flows}
      rowKey={({ source }) => source.id}
      maxHeight="none"
    />
  );
}
