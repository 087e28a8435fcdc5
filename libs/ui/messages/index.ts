/** The texts of the components, one file per language, loaded when the language is chosen. */
export const uiMessages = {
  en: () => import('./en.json'),
  it: () => import('./it.json'),
};
