import Button from '@mui/material/Button';
import { useErrorText, useSubmit } from '@softmob/portal-kit';
import { Notice } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkSignDialog } from '../shared/bulk-sign-dialog';
import { OpenDocument, RemindDocument, SignManyDocument } from './acts.coordinator';
import { AgreementList, type ListStep } from './agreement-list';
import { currentOf } from './agreement-rows';
import { OpenDialog } from './order-choice.coordinator';
import { AgreementListDocument, type AgreementRow, nameOf } from './reads.teacher';

const again = { refetchQueries: [AgreementListDocument] };
const drafts = (rows: readonly AgreementRow[]) => rows.filter((row) => currentOf(row)?.status === 'draft');
const open = (rows: readonly AgreementRow[]) => rows.filter((row) => currentOf(row)?.status === 'open');
const mine = (rows: readonly AgreementRow[]) => rows.filter((row) => currentOf(row)?.mySignature);
const ids = (rows: readonly AgreementRow[]) => rows.map(({ id }) => id);

/** Opening, reminding and signing, for the rows at hand: all of the flow, or those selected. */
function Steps({ rows, report }: ListStep) {
  const { t } = useTranslation('learning');
  const text = useErrorText('learning');
  const [signing, setSigning] = useState<readonly AgreementRow[]>([]);
  const [asking, setAsking] = useState(false);
  const opening = useSubmit(OpenDocument, again);
  const reminding = useSubmit(RemindDocument, again);
  const signature = useSubmit(SignManyDocument, again);
  const [toOpen, waiting, toSign] = [drafts(rows), open(rows), mine(rows)];
  const failed = opening.errors ?? reminding.errors ?? signature.errors;
  const openAll = async (order: string[] | null) => {
    const result = await opening.submit({ input: { mobilityIds: ids(toOpen) }, order });
    setAsking(false);
    if (!result) return;
    const { done, refused } = result.openAgreements;
    report({ done: 'report.opened', count: done.length, refused });
  };
  const remind = async () => {
    const result = await reminding.submit({ input: { mobilityIds: ids(waiting) } });
    if (result) report({ done: 'report.reminded', count: result.remindSigners.reminded, refused: [] });
  };
  const sign = async () => {
    const agreements = signing.flatMap(({ id, agreement }) =>
      agreement?.current
        ? [{ mobilityId: id, versionNumber: agreement.current.number, contentHash: agreement.current.contentHash }]
        : [],
    );
    const result = await signature.submit({ input: { agreements, accepted: true } });
    setSigning([]);
    if (!result) return;
    const { done, refused } = result.signAgreements;
    report({ done: 'report.signed', count: done.length, refused });
  };
  return (
    <>
      {toOpen.length > 0 && (
        <Button variant="outlined" onClick={() => setAsking(true)}>
          {t('list.open', { count: toOpen.length })}
        </Button>
      )}
      {toSign.length > 0 && (
        <Button variant="outlined" onClick={() => setSigning(toSign)}>
          {t('bulk.sign', { count: toSign.length })}
        </Button>
      )}
      {waiting.length > 0 && (
        <Button loading={reminding.saving} onClick={() => void remind()}>
          {t('list.remind')}
        </Button>
      )}
      {failed && <Notice tone="blocked">{text.of(failed)}</Notice>}
      <OpenDialog
        count={asking ? toOpen.length : 0}
        saving={opening.saving}
        onOpen={openAll}
        onClose={() => setAsking(false)}
      />
      <BulkSignDialog
        names={signing.map(({ participant }) => nameOf(participant))}
        statement={signing[0]?.agreement?.current?.statement ?? null}
        onSign={sign}
        onClose={() => setSigning([])}
      />
    </>
  );
}

/** The agreements of a flow for who answers for them. */
export function CoordinatorAgreementList() {
  return <AgreementList actions={(step) => <Steps {...step} />} selectionActions={(step) => <Steps {...step} />} />;
}
