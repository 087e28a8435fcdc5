import CloseOutlined from '@mui/icons-material/CloseOutlined';
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { Notice, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { DocumentChip } from '../shared/document-state';
import { documentUrl } from '../shared/file-link';
import { Preview } from '../shared/preview';
import { Decision, type DecisionProps } from './decision.coordinator';
import { nameOf } from './review.operations.coordinator';

const Root = styled('section')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  height: '100%',
  overflowY: 'auto',
  '& > header': {
    display: 'grid',
    gridTemplateColumns: '1fr auto auto',
    gap: '2px 8px',
    alignItems: 'center',
    padding: '12px 12px 12px 20px',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  '& > header .facts': {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 14px',
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
  },
  '& .notices': { display: 'grid', gap: 8, padding: '12px 20px' },
  '& .notices:empty': { display: 'none' },
}));

export interface ReviewPaneProps extends DecisionProps {
  onClose?: (() => void) | undefined;
}

/** One document with what one compares it with: name, date of birth, dates of the stay. */
export function ReviewPane({ onClose, ...decision }: ReviewPaneProps) {
  const { t } = useTranslation(['documents', 'kit']);
  const format = useFormat();
  const { document } = decision;
  const { mobility, expiresOn, expiryWarning, status } = document;
  const { birthDate } = mobility.participant;
  return (
    <Root aria-labelledby="review-name">
      <header>
        <div>
          <Typography variant="h3" component="h2" id="review-name">
            {nameOf(document)}
          </Typography>
          <div>{t(`kind.${document.kind}`)}</div>
        </div>
        <DocumentChip status={status} expiryWarning={expiryWarning} school />
        <span>
          <IconButton aria-label={t('kit:action.download')} href={documentUrl(document.id)} download>
            <DownloadOutlined />
          </IconButton>
          {onClose && (
            <IconButton aria-label={t('kit:action.close')} onClick={onClose}>
              <CloseOutlined />
            </IconButton>
          )}
        </span>
        <div className="facts num">
          {birthDate && <span>{t('review.born', { date: format.date(birthDate, 'medium') })}</span>}
          <span>
            {mobility.flow.town}, {format.dateRange(mobility.startsOn, mobility.endsOn)}
          </span>
          {expiresOn && <span>{t('entry.validUntil', { date: format.date(expiresOn, 'medium') })}</span>}
          <span>
            {t('entry.sent', { date: format.date(document.uploadedAt, 'medium'), who: document.uploadedBy ?? '' })}
          </span>
          {document.forHost && <span>{t('entry.forHost')}</span>}
        </div>
      </header>
      <div className="notices">
        {expiryWarning && (
          <Notice tone="atRisk" title={t(`expiry.${expiryWarning}`)}>
            {t(`expirySchool.${expiryWarning}`)}
          </Notice>
        )}
        {status === 'returned' && (
          <Notice tone="blocked" title={t('entry.returned')}>
            {document.reason}
          </Notice>
        )}
      </div>
      <Preview document={document} />
      <Decision {...decision} />
    </Root>
  );
}
