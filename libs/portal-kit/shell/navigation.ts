import { type Audience } from '@softmob/access';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session';
import { type NavItem } from '../portal';
import { useShell } from './shell-context';

export interface Place extends NavItem {
  label: string;
}

/** An operator keeps the house running and reaches nobody's data: only what names them is theirs. */
const isFor = ({ audiences }: NavItem, audience: Audience): boolean =>
  audiences?.includes(audience) ?? audience !== 'operator';

/** The places of the navigation that are for whoever acts, in their order. */
export function usePlaces(place: NavItem['place'], most = Infinity): Place[] {
  const { features } = useShell();
  const { audience } = useSession();
  const { t } = useTranslation();
  return features
    .flatMap(({ key, nav }) => nav.map((item) => ({ ...item, label: t(`${key}:${item.labelKey}`) })))
    .filter((item) => item.place === place && isFor(item, audience))
    .sort((a, b) => a.order - b.order)
    .slice(0, most);
}
