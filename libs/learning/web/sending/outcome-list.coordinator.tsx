import Button from '@mui/material/Button';
import { useErrorText, useSubmit } from '@softmob/portal-kit';
import { Notice } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { IssueDocument } from './acts.coordinator';
import { OutcomeList, type OutcomeStep } from './outcome-list';
import { OutcomeListDocument, OutcomePanelDocument, type OutcomeRow } from './reads.teacher';

/** Assessed, and not issued since the school last decided. */
function isToIssue({ finalAssessedAt, certificates, recognition }: OutcomeRow): boolean {
  const last = certificates[0]?.issuedAt;
  return finalAssessedAt !== null && (last === undefined || (recognition !== null && recognition.decidedAt > last));
}

/** Issues Europass Mobility documents for the rows at hand. */
function IssueStep({ rows, report }: OutcomeStep) {
  const { t } = useTranslation('learning');
  const text = useErrorText('learning');
  const { submit, saving, errors } = useSubmit(IssueDocument, {
    refetchQueries: [OutcomeListDocument, OutcomePanelDocument],
  });
  const ready = rows.filter(isToIssue);
  return (
    <>
      <Button
        variant="outlined"
        disabled={ready.length === 0}
        loading={saving}
        onClick={async () => {
          const result = await submit({ mobilityIds: ready.map(({ id }) => id) });
          if (!result) return;
          const { done, refused } = result.issueEuropass;
          report({ done: 'report.issued', count: done.length, refused });
        }}
      >
        {t('outcomes.issue', { count: ready.length })}
      </Button>
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
    </>
  );
}

/** Outcomes for who answers for the certificates. */
export function CoordinatorOutcomeList() {
  return <OutcomeList extra={(step) => <IssueStep {...step} />} />;
}
