/** The languages of the origin's own pages. */
export type Locale = 'en' | 'it';

const WORDS: Readonly<Record<Locale, { other: { code: Locale; name: string }; funded: string; disclaimer: string }>> = {
  en: {
    other: { code: 'it', name: 'Italiano' },
    funded: 'Co-funded by the European Union',
    disclaimer:
      'The content reflects only the author’s view; the European Commission and the National Agencies are not responsible for any use that may be made of it.',
  },
  it: {
    other: { code: 'en', name: 'English' },
    funded: 'Cofinanziato dall’Unione europea',
    disclaimer:
      'Il contenuto riflette unicamente il punto di vista dell’autore; la Commissione europea e le Agenzie nazionali non sono responsabili dell’uso che può esserne fatto.',
  },
};

const STYLE = `
:root { color-scheme: light dark; --page: #f7f7f4; --card: #fff; --line: #e3e3dd; --text: #1a1d1b; --muted: #595e5a; --link: #0b5d5e; }
@media (prefers-color-scheme: dark) {
  :root { --page: #131514; --card: #1b1e1d; --line: #2e3331; --text: #eceeec; --muted: #a6ada9; --link: #5cc4be; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--page); color: var(--text);
  font: 16px/1.5 'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
header, main, footer { width: 100%; max-width: 880px; margin: 0 auto; padding: 0 24px; }
header { display: flex; justify-content: space-between; align-items: center; min-height: 72px; font-weight: 700; }
header a { color: var(--link); font-weight: 500; min-height: 44px; display: inline-flex; align-items: center; }
main { flex: 1; padding-top: 6vh; padding-bottom: 48px; }
h1 { margin: 0; max-width: 22em; font-size: clamp(1.5rem, 4vw, 2.25rem); line-height: 1.2; letter-spacing: -0.02em; text-wrap: balance; }
h2 { margin: 40px 0 12px; font-size: 1rem; }
p, footer { color: var(--muted); font-size: 0.9375rem; }
footer { padding-top: 16px; padding-bottom: 24px; border-top: 1px solid var(--line); font-size: 0.8125rem; }
footer strong { color: var(--text); }
a:focus-visible { outline: 2px solid var(--main, var(--link)); outline-offset: 2px; border-radius: 12px; }
@media (max-width: 640px) { main { padding-top: 2vh; } }
`;

export interface PublicPage {
  readonly locale: Locale;
  readonly title: string;
  /** The page's own style, after that of the frame. */
  readonly style: string;
  /** HTML of the page's body; what comes from people is escaped already. */
  readonly main: string;
  /** The page's path, under which the other language is found. */
  readonly path: string;
  /** Path of a script of the origin. */
  readonly script?: string;
}

/** A page that needs no portal and no signing in: the origin's name, the other language, the co-funding line. */
export function publicPage({ locale, title, style, main, path, script }: PublicPage): string {
  const { other, funded, disclaimer } = WORDS[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" type="image/svg+xml" href="/participant/icon.svg">
<title>${title}</title>
<style>${STYLE}${style}</style>${script ? `\n<script src="${script}" defer></script>` : ''}
</head>
<body>
<header><span>SoftMob</span><a href="${path}?lang=${other.code}" hreflang="${other.code}" lang="${other.code}">${other.name}</a></header>
<main>
${main}
</main>
<footer><strong>${funded}</strong> · ${disclaimer}</footer>
</body>
</html>
`;
}
