import { useQuery } from '@apollo/client/react';
import { FilterBar, FilterMenu } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { KINDS } from '../shared/document-state';
import { ViewTabs } from '../shared/view-tabs';
import { ReviewFlowsDocument } from './review.operations.coordinator';
import { type ReviewUrl, VIEWS } from './use-review-queue.coordinator';

interface ReviewFiltersProps {
  url: ReviewUrl;
  onChange: (patch: Partial<ReviewUrl>) => void;
  /** How many documents they leave; undefined until it is known. */
  found: number | undefined;
}

/** Which documents of the queue are shown. */
export function ReviewFilters({ url, onChange, found }: ReviewFiltersProps) {
  const { t } = useTranslation('documents');
  const { data } = useQuery(ReviewFlowsDocument);
  return (
    <>
      <ViewTabs
        label={t('review.view')}
        value={url.view}
        onChange={(view) => onChange({ view, open: '' })}
        views={VIEWS.map((value) => ({ value, label: t(`review.views.${value}`) }))}
      />
      <FilterBar
        search={{ value: url.q, onChange: (q) => onChange({ q }), label: t('review.search') }}
        active={url.q !== '' || url.flow.length + url.kind.length > 0}
        onReset={() => onChange({ q: '', flow: [], kind: [] })}
        result={found !== undefined && t('review.result', { count: found })}
      >
        <FilterMenu
          label={t('review.flow')}
          options={(data?.flows ?? []).map(({ id, code, town }) => ({ value: id, label: `${code} · ${town}` }))}
          selected={url.flow}
          onChange={(flow) => onChange({ flow })}
        />
        <FilterMenu
          label={t('review.kind')}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          selected={url.kind}
          onChange={(kind) => onChange({ kind })}
        />
      </FilterBar>
    </>
  );
}
