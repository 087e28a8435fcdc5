import { useTranslation } from 'react-i18next';
import { ReplaceFlow } from '../shared/replace-flow.placing';

/** The host finds another of its companies for a learner whose own cannot go on. */
export function ReplaceScreenOfHost() {
  const { t } = useTranslation('placements');
  return <ReplaceFlow reader="host" backTo={() => ({ to: '/companies', label: t('companies.title') })} />;
}
