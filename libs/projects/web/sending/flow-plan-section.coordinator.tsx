import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { QueryError, useErrorText, useFormat, useSubmit, useToast } from '@softmob/portal-kit';
import { AppLink, ConfirmDialog, Facts, Notice, Section, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AnswerLine } from '../shared/answer-line';
import { PlacesText } from '../shared/places-text';
import { FlowPlanDocument, type PlanOfFlow, UndoCloneDocument } from './clone-documents.coordinator';

/** Where a flow comes from, what it wants, what its hosts say; and the way to next year's. */
export function FlowPlanSection({ flowId }: { flowId: string }) {
  const { t } = useTranslation('projects');
  const { data, error, refetch } = useQuery(FlowPlanDocument, {
    variables: { id: flowId },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <QueryError error={error} level={2} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={2} />;
  const { flow } = data;
  return (
    <>
      {flow.plan && <Plan flow={flow} plan={flow.plan} />}
      <Section
        title={t('clone.next')}
        description={t('clone.nextText')}
        actions={<Button href={`/projects/${flow.project.id}/next-year?flow=${flow.id}`}>{t('clone.action')}</Button>}
      >
        {null}
      </Section>
    </>
  );
}

function Plan({ flow, plan }: { flow: PlanOfFlow; plan: NonNullable<PlanOfFlow['plan']> }) {
  const { t } = useTranslation('projects');
  const format = useFormat();
  const source = plan.source;
  return (
    <Section
      title={t('clone.plan')}
      actions={plan.inUse.length === 0 && <TakeBack flow={flow} />}
      description={plan.inUse.length === 0 ? t('clone.unused') : undefined}
    >
      <Facts
        items={[
          {
            label: t('clone.madeFrom'),
            value: source ? (
              <AppLink href={`/flows/${source.id}`}>
                {source.code}, {format.date(source.startsOn, 'medium')}
              </AppLink>
            ) : (
              '–'
            ),
          },
          { label: t('clone.places'), value: <PlacesText places={plan.places} /> },
          { label: t('clone.accompanying'), value: plan.accompanyingPlaces },
        ]}
      />
      <h3 style={{ margin: '20px 0 4px' }}>{t('sameAgain.title')}</h3>
      {flow.hostAsks.length === 0 ? (
        <p style={{ margin: 0 }}>{t('sameAgain.notAsked')}</p>
      ) : (
        flow.hostAsks.map((ask) => <AnswerLine key={ask.id} ask={ask} name={ask.hostName} />)
      )}
    </Section>
  );
}

function TakeBack({ flow }: { flow: PlanOfFlow }) {
  const { t } = useTranslation('projects');
  const toast = useToast();
  const navigate = useNavigate();
  const text = useErrorText('projects');
  const [asking, setAsking] = useState(false);
  const { submit, errors } = useSubmit(UndoCloneDocument);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('clone.undoOne')}</Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('clone.undoTitle', { code: flow.code })}
        confirmLabel={t('clone.undoOne')}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          if (!(await submit({ flowIds: [flow.id] }))) return;
          toast(t('clone.undone'));
          void navigate(`/projects/${flow.project.id}`);
        }}
      >
        {errors ? <Notice tone="blocked">{text.of(errors)}</Notice> : t('clone.undoText')}
      </ConfirmDialog>
    </>
  );
}
