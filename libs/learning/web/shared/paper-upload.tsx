import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Form, newKey, toFormErrors, UploadState, useForm, useToast, useToday, useUpload } from '@softmob/portal-kit';
import { DateField, FileDrop, FormActions, Notice, SelectField, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PaperView } from './types';

const ACCEPT = 'image/jpeg,image/png,application/pdf,.pdf,.jpg,.jpeg,.png';
const MAX_BYTES = 25_000_000;

interface PaperUploadProps {
  mobilityId: string;
  number: number;
  /** For whom a scan may be sent. */
  parties: readonly string[];
  papers: readonly PaperView[];
  onDone: () => void;
}

/** Where a scan that was sent stands. */
function PaperState({ paper }: { paper: PaperView }) {
  const { t } = useTranslation('learning');
  if (paper.status === 'returned') {
    return (
      <Notice tone="atRisk" title={t('paper.returned')}>
        {paper.reason}
      </Notice>
    );
  }
  return (
    <Notice tone="waiting" title={t('paper.waiting')}>
      {t('paper.waitingText', { name: paper.signerName, party: t(`party.${paper.party}`) })}
    </Notice>
  );
}

interface PaperFormProps extends Omit<PaperUploadProps, 'papers'> {
  file: File;
  onCancel: () => void;
}

/** Who has signed on the paper and when, and the sending. */
function PaperForm({ mobilityId, number, parties, file, onDone, onCancel }: PaperFormProps) {
  const { t } = useTranslation(['learning', 'kit']);
  const toast = useToast();
  const today = useToday();
  const [failure, setFailure] = useState<unknown>(null);
  const { sending, send } = useUpload();
  const [key, setKey] = useState(newKey);
  const form = useForm({
    initial: { party: parties[0] ?? '', signerName: '', signedOn: '' },
    validate: ({ signerName, signedOn }) => ({
      ...(signerName.trim().length < 2 ? { signerName: t('paper.nameNeeded') } : {}),
      ...(signedOn === '' ? { signedOn: t('paper.dayNeeded') } : {}),
    }),
  });
  return (
    <Form
      form={form}
      errors={toFormErrors(failure)}
      ns="learning"
      label={t('paper.title')}
      onSubmit={async (values) => {
        setFailure(null);
        try {
          const params = { ...values, version: String(number) };
          const sent = await send(`/api/agreements/${mobilityId}/paper`, file, { params, idempotencyKey: key });
          if (!sent) return;
          form.done();
          toast(t('paper.sent'));
          onDone();
        } catch (error) {
          setFailure(error);
          if (toFormErrors(error)?.code !== 'NETWORK') setKey(newKey());
        }
      }}
    >
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {file.name}
      </Typography>
      {parties.length > 1 && (
        <SelectField
          {...form.field('party')}
          label={t('paper.party')}
          empty={null}
          options={parties.map((party) => ({ value: party, label: t(`party.${party}`) }))}
        />
      )}
      <TextInput {...form.field('signerName')} label={t('paper.signer')} maxLength={200} />
      <DateField {...form.field('signedOn')} label={t('paper.day')} max={today} />
      <UploadState sending={sending} />
      <FormActions>
        <Button type="submit" variant="outlined" loading={sending !== null}>
          {t('paper.send')}
        </Button>
        <Button onClick={onCancel} disabled={sending !== null}>
          {t('kit:action.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** The scan of a signature that was given on paper: it counts once the school has checked it. */
export function PaperUpload({ mobilityId, number, parties, papers, onDone }: PaperUploadProps) {
  const { t } = useTranslation('learning');
  const [file, setFile] = useState<File | null>(null);
  const sent = papers.filter(({ party, status }) => parties.includes(party) && status === 'uploaded');
  const returned = papers.find(({ party, status }) => parties.includes(party) && status === 'returned');
  const open = parties.filter((party) => !sent.some((paper) => paper.party === party));
  return (
    <Stack spacing={3}>
      {sent.map((paper) => (
        <PaperState key={paper.id} paper={paper} />
      ))}
      {returned && sent.length === 0 && <PaperState paper={returned} />}
      {file && open.length > 0 ? (
        <PaperForm
          mobilityId={mobilityId}
          number={number}
          parties={open}
          file={file}
          onCancel={() => setFile(null)}
          onDone={() => {
            setFile(null);
            onDone();
          }}
        />
      ) : (
        open.length > 0 && (
          <FileDrop
            label={t('paper.title')}
            hint={t('paper.hint')}
            accept={ACCEPT}
            maxBytes={MAX_BYTES}
            onFiles={([first]) => setFile(first ?? null)}
          />
        )
      )}
    </Stack>
  );
}
