import { textIn } from '@softmob/learning-model';
import { placeholderAt } from '@softmob/paperwork-model';
import { useSession } from '@softmob/portal-kit';

/** Names what a placeholder stands for in the reader's language. */
export function usePlaceholderName(): (path: string) => string {
  const { locale } = useSession();
  return (path) => {
    const entry = placeholderAt(path);
    return entry ? textIn(entry.label, locale === 'it' ? 'it' : 'en') : path;
  };
}
