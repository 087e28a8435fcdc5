import Typography from '@mui/material/Typography';
import {
  type Block,
  differenceOf,
  isSame,
  type SheetDifference,
  type TemplateContent,
  textsOf,
} from '@softmob/paperwork-model';
import { useTranslation } from 'react-i18next';

const LONGEST = 160;
/** A block in one line. */
function lineOf(block: Block): string {
  const line = textsOf(block)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' · ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** What another version adds, takes away and changes, in words. */
export function DifferenceList({ before, after }: { before: TemplateContent | null; after: TemplateContent }) {
  const { t } = useTranslation('paperwork');
  if (before && isSame(before, after)) return <Typography color="text.secondary">{t('difference.none')}</Typography>;
  const { sheets, readers, logo } = differenceOf(before, after);
  return (
    <>
      {sheets.map((sheet) => (
        <SheetLines key={sheet.locale} sheet={sheet} />
      ))}
      {readers && <p>{t('difference.readers')}</p>}
      {logo && <p>{t('difference.logo')}</p>}
    </>
  );
}

function SheetLines({
  sheet: { locale, sheet, title, added, removed, changed, moved, word },
}: {
  sheet: SheetDifference;
}) {
  const { t } = useTranslation('paperwork');
  const lines = [
    ...(title ? [{ key: 'title', sign: '±', text: `${title.before} → ${title.after}` }] : []),
    ...added.map((block) => ({ key: `+${block.key}`, sign: '+', text: lineOf(block) })),
    ...removed.map((block) => ({ key: `-${block.key}`, sign: '−', text: lineOf(block) })),
    ...changed.map(({ before, after }) => ({
      key: `±${after.key}`,
      sign: '±',
      text: `${lineOf(before)} → ${lineOf(after)}`,
    })),
    ...(word ? [{ key: 'word', sign: '±', text: t('difference.word') }] : []),
    ...(moved ? [{ key: 'moved', sign: '↕', text: t('difference.moved') }] : []),
  ];
  if (lines.length === 0 && sheet === 'same') return null;
  return (
    <section>
      <Typography variant="h3" component="h3" sx={{ mt: 3 }}>
        {t(`language.${locale}`)}
        {sheet !== 'same' && `: ${t(`difference.${sheet}`)}`}
      </Typography>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {lines.map(({ key, sign, text }) => (
          <li key={key} style={{ overflowWrap: 'anywhere' }}>
            <span aria-hidden="true">{sign}</span>
            <span className="visually-hidden">{t(`difference.sign.${sign}`)}</span> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
