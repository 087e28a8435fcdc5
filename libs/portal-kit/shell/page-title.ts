import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the document: what the tab, the history and screen readers say. */
export function useDocumentTitle(title: string | null | undefined): void {
  const { t } = useTranslation('kit');
  const product = t('product');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}
