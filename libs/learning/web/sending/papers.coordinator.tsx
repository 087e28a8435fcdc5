import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { fileUrl, useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { Facts, Notice, Section, useFormat } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperUpload } from '../shared/paper-upload';
import { ReasonPanel } from '../shared/sign-acts';
import { type PaperView } from '../shared/types';
import { PapersDocument, ReturnPaperDocument, VerifyPaperDocument } from './acts.coordinator';
import { AgreementPageDocument, type CurrentVersion } from './reads.teacher';

const again = { refetchQueries: [AgreementPageDocument, PapersDocument], awaitRefetchQueries: true };

/** One scan that waits: what it says of itself, the scan, and the decision. */
function PaperToCheck({ paper }: { paper: PaperView }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const toast = useToast();
  const text = useErrorText('learning');
  const [returning, setReturning] = useState(false);
  const verify = useSubmit(VerifyPaperDocument, again);
  const sendBack = useSubmit(ReturnPaperDocument, again);
  return (
    <Stack spacing={3}>
      <Facts
        items={[
          { label: t(`party.${paper.party}`), value: paper.signerName },
          { label: t('paper.day'), value: format.date(paper.signedOn) },
        ]}
      />
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 2 }}>
        <Button href={fileUrl(`/api/paper-signatures/${paper.id}`)} target="_blank" rel="noopener">
          {t('paper.open')}
        </Button>
        <Button
          variant="outlined"
          loading={verify.saving}
          onClick={async () => {
            if (await verify.submit({ id: paper.id })) toast(t('paper.verified'));
          }}
        >
          {t('paper.verify')}
        </Button>
        <Button color="error" onClick={() => setReturning(true)}>
          {t('paper.return')}
        </Button>
      </Stack>
      {verify.errors && <Notice tone="blocked">{text.of(verify.errors)}</Notice>}
      {returning && (
        <ReasonPanel
          title={t('paper.return')}
          hint={t('paper.returnHint')}
          label={t('paper.returnReason')}
          confirm={t('paper.return')}
          act={sendBack}
          onClose={() => setReturning(false)}
          onReason={(reason) => sendBack.submit({ id: paper.id, reason })}
        />
      )}
    </Stack>
  );
}

/** Signatures on paper: those to check, and sending one in for a party that cannot do it itself. */
export function PaperSection({ mobilityId, version }: { mobilityId: string; version: CurrentVersion }) {
  const { t } = useTranslation('learning');
  const { data, refetch } = useQuery(PapersDocument, { variables: { id: mobilityId } });
  const papers = data?.mobility.agreement?.current?.paperSignatures ?? [];
  const waiting = papers.filter(({ status }) => status === 'uploaded');
  const parties = version.missingParties.filter((party) => !waiting.some((paper) => paper.party === party));
  if (version.status !== 'open') return null;
  return (
    <Section title={t('paper.section')} description={t('paper.sectionHint')}>
      <Stack spacing={4}>
        {waiting.map((paper) => (
          <PaperToCheck key={paper.id} paper={paper} />
        ))}
        {parties.length > 0 && (
          <PaperUpload
            key={parties.join()}
            mobilityId={mobilityId}
            number={version.number}
            parties={parties}
            papers={[]}
            onDone={() => void refetch()}
          />
        )}
      </Stack>
    </Section>
  );
}
