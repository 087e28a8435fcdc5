import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { type Locale } from '@softmob/learning-model';
import { type Block, exampleValues, resolveSheet, type TemplateContent } from '@softmob/paperwork-model';
import { Notice } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

/** White in the dark as well: it shows paper. */
const Paper = styled('article')({
  backgroundColor: '#fff',
  color: '#1a1d1b',
  border: '1px solid #d6d7d0',
  borderRadius: 4,
  padding: 'clamp(16px, 5%, 44px)',
  fontSize: 13,
  lineHeight: 1.5,
  overflowWrap: 'anywhere',
  '& h2': { fontSize: 22, lineHeight: 1.2, margin: '4px 0 16px', letterSpacing: '-0.01em' },
  '& h3': { fontSize: 15, margin: '20px 0 6px' },
  '& p': { margin: '6px 0', whiteSpace: 'pre-wrap' },
  '& ul': { margin: '6px 0', paddingLeft: 18 },
  '& table': { width: '100%', borderCollapse: 'collapse', margin: '8px 0' },
  '& th': { textAlign: 'left', color: '#0b5d5e', fontSize: 11, borderTop: '1.5px solid #0b5d5e' },
  '& th, & td': { borderBottom: '1px solid #d6d7d0', padding: '5px 8px 5px 0', verticalAlign: 'top' },
  '& .sign': {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: 20,
    margin: '16px 0',
  },
  '& .sign div': { borderBottom: '1px solid #595e5a', paddingBottom: 30 },
  '& small': { color: '#595e5a', display: 'block' },
  '& hr': { border: 0, borderTop: '2px dashed #a6ada9', margin: '20px 0' },
});

/** The document as it would look, with examples in place of what is not known yet. */
export function SheetPreview({ content, locale }: { content: TemplateContent; locale: Locale }) {
  const { t } = useTranslation('paperwork');
  const sheet = content.sheets[locale];
  if (!sheet) return null;
  if (sheet.word) {
    return (
      <div>
        <Notice tone="draft">{t('preview.word')}</Notice>
      </div>
    );
  }
  const { sheet: shown } = resolveSheet(sheet, exampleValues(locale), locale);
  return (
    <Box
      component="section"
      aria-label={t('preview.title')}
      sx={{
        alignSelf: 'start',
        position: { lg: 'sticky' },
        top: { lg: 80 },
        maxHeight: { lg: 'calc(100dvh - 120px)' },
        overflowY: { lg: 'auto' },
      }}
      tabIndex={0}
    >
      <Box sx={{ typography: 'caption', color: 'text.secondary', mb: 1 }}>{t('preview.text')}</Box>
      <Paper lang={locale}>
        {content.logo && <img src={content.logo} alt="" style={{ maxWidth: 140, maxHeight: 48 }} />}
        <h2>{shown.title}</h2>
        {shown.blocks.map((block) => (
          <Shown key={block.key} block={block} />
        ))}
      </Paper>
    </Box>
  );
}

function Shown({ block }: { block: Block }) {
  const { t } = useTranslation('paperwork');
  switch (block.type) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={at}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell, at) => (
                <th key={at}>{cell}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'signatures':
      return (
        <div className="sign">
          {block.parties.map(({ role, name }, at) => (
            <div key={at}>
              <small>{role}</small>
              {name}
            </div>
          ))}
        </div>
      );
    case 'pageBreak':
      return <hr title={t('block.pageBreak')} />;
  }
}
