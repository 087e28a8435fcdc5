import { Section, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { DifferenceList } from './difference-list';
import { type Template } from './template-editor.coordinator';

/** What was published, the newest first, each with what it changed. */
export function VersionList({ versions }: { versions: Template['versions'] }) {
  const { t } = useTranslation('paperwork');
  const format = useFormat();
  if (versions.length === 0) return null;
  return (
    <Section title={t('version.history')}>
      <ol style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 16 }}>
        {versions.map(({ id, number, note, publishedAt, publishedBy, content }, at) => {
          const before = versions[at + 1];
          return (
            <li key={id}>
              <strong>{t('version.number', { number })}</strong>, {format.date(publishedAt, 'medium')}
              {publishedBy && `, ${publishedBy}`}
              {note && <div>{note}</div>}
              {before && (
                <details>
                  <summary>{t('version.changes')}</summary>
                  <DifferenceList before={before.content} after={content} />
                </details>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
