import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session';
import { type NavItem } from '../portal';
import { useShell } from './shell-context';

export interface Place extends NavItem {
  label: string;
}

/** The places of the navigation that are for whoever acts, in their order. */
export function usePlaces(place: NavItem['place'], most = Infinity): Place[] {
  const { features } = useShell();
  const { audience } = useSession();
  const { t } = useTranslation();
  return features
    .flatMap(({ key, nav }) => nav.map((item) => ({ ...item, label: t(`${key}:${item.labelKey}`) })))
    .filter((item) => item.place === place && (item.audiences?.includes(audience) ?? true))
    .sort((a, b) => a.order - b.order)
    .slice(0, most);
}
