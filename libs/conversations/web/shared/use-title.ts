import { useSession } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';

interface Titled {
  kind: string;
  circle: readonly string[];
  title: { learner: string | null; flowCode: string | null; school: string; organisation: string | null } | null;
}

/** How a conversation is called for whoever reads: about whom or what it is, and who takes part. */
export function useThreadTitle() {
  const { t } = useTranslation('conversations');
  const { audience } = useSession();
  const family = audience === 'participant' || audience === 'guardian';
  const ofSchool = audience.startsWith('sending');
  const nameOf = ({ kind, title }: Titled): string => {
    const flow = title?.flowCode ? t('title.flow', { code: title.flowCode }) : '';
    if (kind === 'organisation' && !ofSchool) return title?.school ?? '';
    if (audience === 'participant') return title?.school ?? '';
    return title?.learner ?? title?.organisation ?? (flow || (title?.school ?? ''));
  };
  const detailOf = ({ kind, circle, title }: Titled): string => {
    const roles = ['sendingCoordinator', ...circle].filter((role) => role !== audience);
    const words = roles.map((role) => t(`kit:audience.${role}`));
    const about = kind === 'placement' ? t('title.placement') : null;
    return [family ? null : title?.flowCode, about, words.join(', ')].filter(Boolean).join(' · ');
  };
  return { nameOf, detailOf };
}
