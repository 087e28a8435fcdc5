import ExploreOffOutlined from '@mui/icons-material/ExploreOffOutlined';
import Button from '@mui/material/Button';
import { EmptyState } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from './page-title';

/** An address at which there is nothing, or nothing for this reader: the two look the same. */
export function NotFound() {
  const { t } = useTranslation('kit');
  useDocumentTitle(t('notFound.title'));
  return (
    <EmptyState
      title={t('notFound.title')}
      level={1}
      icon={<ExploreOffOutlined />}
      action={
        <Button variant="contained" href="/">
          {t('notFound.home')}
        </Button>
      }
    >
      {t('notFound.text')}
    </EmptyState>
  );
}
