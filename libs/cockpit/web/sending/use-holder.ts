import { useFormat, useSession } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';

/** Who holds a step, as the server names them. */
export interface Holder {
  role: string;
  names: readonly string[];
  count: number;
}

/** "Ana Ruiz, Luca Neri and 7 more", with at most `most` names; says "You" where it is the reader. */
export function useHolder(most = 3) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const { audience, viewer } = useSession();
  return ({ role, names, count }: Holder): string => {
    if (role === audience && (names.length === 0 || names.includes(viewer.displayName))) return t('holder.you');
    if (names.length === 0) return t(`holder.nobody.${role}`);
    const said = count > most ? names.slice(0, most - 1) : names;
    const more = count - said.length;
    const listed = format.list(more > 0 ? [...said, t('holder.more', { count: more })] : said);
    return role === 'guardian' ? t('holder.guardians', { names: listed }) : listed;
  };
}
