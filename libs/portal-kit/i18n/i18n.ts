import { uiMessages } from '@softmob/ui';
import { type BackendModule, createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Feature } from '../portal';
import { read, write } from '../data/storage';
import { firstLocale, isLocale, type Locale, type MessageLoaders } from './languages';

const STORAGE_KEY = 'softmob.locale';

const kitMessages: MessageLoaders = {
  en: () => import('../messages/en.json'),
  it: () => import('../messages/it.json'),
};

/** The language chosen in this browser, if one was. */
export function chosenLocale(): Locale | null {
  const stored = read(localStorage, STORAGE_KEY);
  return isLocale(stored) ? stored : null;
}

/** Remembers the choice in this browser. */
export function rememberLocale(locale: Locale): void {
  write(localStorage, STORAGE_KEY, locale);
}

/** Reads a namespace of a language from the file that holds it. */
function backend(sources: Readonly<Record<string, MessageLoaders>>): BackendModule {
  return {
    type: 'backend',
    init: () => undefined,
    read: (language, namespace, done) => {
      const load = isLocale(language) ? sources[namespace]?.[language] : undefined;
      if (!load) {
        done(new Error(`No messages for ${language}/${namespace}`), false);
        return;
      }
      load().then(
        ({ default: messages }) => done(null, messages),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), true),
      );
    },
  };
}

/** Texts of the kit, of the components and of each feature, in the language chosen here or preferred by the browser. */
export async function startI18n(features: readonly Feature[]): Promise<I18n> {
  const sources: Record<string, MessageLoaders> = { kit: kitMessages, ui: uiMessages };
  for (const { key, messages } of features) sources[key] = messages;
  const i18n = createInstance();
  await i18n
    .use(backend(sources))
    .use(initReactI18next)
    .init({
      lng: chosenLocale() ?? firstLocale(navigator.languages),
      fallbackLng: false,
      load: 'languageOnly',
      ns: Object.keys(sources),
      defaultNS: 'kit',
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
      returnEmptyString: false,
    });
  const follow = () => document.documentElement.setAttribute('lang', i18n.language);
  follow();
  i18n.on('languageChanged', follow);
  return i18n;
}
