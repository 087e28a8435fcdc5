import { textIn } from '@softmob/learning-model';
import { isKind, KINDS } from '@softmob/paperwork-model';
import { useSession } from '@softmob/portal-kit';

/** Names a kind of document in the reader's language. */
export function useKindName(): (kind: string) => string {
  const { locale } = useSession();
  return (kind) => (isKind(kind) ? textIn(KINDS[kind].name, locale === 'it' ? 'it' : 'en') : kind);
}
