import { useFormat, useSession } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';

/** Who holds a step, as the server names them. */
export interface Holder {
  role: string;
  names: readonly string[];
  count: number;
}

/** "Ana Ruiz, Luca Neri and 7 more"; says "You" where it is the reader. */
export function useHolder() {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const { audience, viewer } = useSession();
  return ({ role, names, count }: Holder): string => {
    if (role === audience && (names.length === 0 || names.includes(viewer.displayName))) return t('holder.you');
    if (names.length === 0) return t(`holder.nobody.${role}`);
    const more = count - names.length;
    const listed = format.list(more > 0 ? [...names, t('holder.more', { count: more })] : names);
    return role === 'guardian' ? t('holder.guardians', { names: listed }) : listed;
  };
}
