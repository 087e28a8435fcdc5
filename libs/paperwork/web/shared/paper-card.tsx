import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { fileUrl } from '@softmob/portal-kit';
import { Section, StateChip, useFormat } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { STATUS } from './status';

export interface Paper {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly issuedOn: string;
  readonly size: number;
  readonly replacedBy: string | null;
  readonly proof: string;
}

/** One issued document: whether it holds, its file, and the page that proves it. */
export function PaperCard({ paper, children }: { paper: Paper; children?: ReactNode }) {
  const { t } = useTranslation('paperwork');
  const format = useFormat();
  const { id, number, title, status, issuedOn, size, replacedBy, proof } = paper;
  return (
    <Section title={title} description={`${number}, ${format.date(issuedOn, 'long')}`}>
      <Stack spacing={3} sx={{ alignItems: 'flex-start' }}>
        {children}
        <StateChip state={STATUS[status] ?? 'draft'} label={t(`status.${status}`)} plain />
        {replacedBy && <span>{t('issued.replacedBy', { number: replacedBy })}</span>}
        <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap' }}>
          <Button
            variant={status === 'valid' ? 'outlined' : 'text'}
            size="large"
            startIcon={<DownloadOutlined />}
            href={fileUrl(`/issued-documents/${id}`)}
            aria-label={t('mine.download', { title, number })}
            download
          >
            {t('kit:action.download')} ({format.bytes(size)})
          </Button>
          <Button
            size="large"
            startIcon={<VerifiedOutlined />}
            href={new URL(proof).pathname}
            target="_blank"
            aria-label={t('mine.proofOf', { title, number })}
          >
            {t('issued.proof')}
          </Button>
        </Stack>
      </Stack>
    </Section>
  );
}
