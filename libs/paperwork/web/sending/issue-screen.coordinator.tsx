import { useQuery } from '@apollo/client/react';
import { QueryError, Page, useSession, useUrlState } from '@softmob/portal-kit';
import { type PaperChoicesQuery } from '@softmob/gql/sending-coordinator/graphql';
import { LOCALES } from '@softmob/learning-model';
import { isKind, KINDS, languagesOf } from '@softmob/paperwork-model';
import { EmptyState, Section, SelectField, SkeletonList, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useKindName } from '../shared/use-kind-name';
import { IssueChoicesDocument } from './paperwork.operations.coordinator';
import { Preflight } from './preflight.coordinator';

type Choices = PaperChoicesQuery;
type Version = Choices['documentTemplates'][number]['versions'][number];

/** Issuing: which document, in which language, for which flow; then who is ready and who is not. */
export function IssueScreen() {
  const { t, i18n } = useTranslation('paperwork');
  const { locale } = useSession();
  const [url, setUrl] = useUrlState({ template: '', language: locale === 'it' ? 'it' : 'en', flow: '' });
  const { data, error, refetch } = useQuery(IssueChoicesDocument, {
    variables: { locale: i18n.language },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <QueryError error={error} level={1} onRetry={() => void refetch()} />;
  const templates = data?.documentTemplates.filter(({ versions }) => versions.length > 0) ?? [];
  const template = templates.find(({ id }) => id === url.template);
  const version = template?.versions[0];
  const languages = version ? languagesOf(version.content) : [...LOCALES];
  const language = languages.find((one) => one === url.language) ?? languages[0] ?? 'en';
  const subject = template && isKind(template.kind) ? KINDS[template.kind].subject : 'mobility';
  return (
    <Page title={t('issue.title')} description={t('issue.text')} crumbs={[{ label: t('nav.papers'), to: '/papers' }]}>
      {!data ? (
        <SkeletonList kind="form" />
      ) : (
        <div style={{ display: 'grid', gap: 20 }}>
          <Section title={t('issue.which')}>
            <Fields choices={{ ...data, documentTemplates: templates }} {...{ url, language, languages, setUrl }} />
            {version && <VersionNote version={version} />}
          </Section>
          {version && url.flow ? (
            <Preflight
              key={`${version.id} ${language} ${url.flow}`}
              {...{ subject, language }}
              versionId={version.id}
              flowId={url.flow}
            />
          ) : (
            <EmptyState compact title={t('issue.chooseFirst')}>
              {t('issue.chooseFirstText')}
            </EmptyState>
          )}
        </div>
      )}
    </Page>
  );
}

interface FieldsProps {
  choices: Choices;
  url: { template: string; flow: string };
  language: string;
  languages: readonly string[];
  setUrl: (patch: { template?: string; flow?: string; language?: string }) => void;
}

function Fields({ choices, url, language, languages, setUrl }: FieldsProps) {
  const { t } = useTranslation('paperwork');
  const kindName = useKindName();
  const format = useFormat();
  const nameOf = ({ name, kind, origin }: Choices['documentTemplates'][number]) =>
    origin === 'own' ? `${name} (${t('origin.own')}: ${kindName(kind)})` : name;
  return (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))' }}>
      <SelectField
        id="template"
        label={t('issue.template')}
        value={choices.documentTemplates.some(({ id }) => id === url.template) ? url.template : ''}
        onChange={({ target }) => setUrl({ template: target.value })}
        options={choices.documentTemplates.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <SelectField
        id="language"
        label={t('issue.language')}
        value={language}
        empty={null}
        onChange={({ target }) => setUrl({ language: target.value })}
        options={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
      />
      <SelectField
        id="flow"
        label={t('issue.flow')}
        value={choices.flows.some(({ id }) => id === url.flow) ? url.flow : ''}
        onChange={({ target }) => setUrl({ flow: target.value })}
        options={choices.flows.map(({ id, code, town, startsOn, endsOn }) => ({
          value: id,
          label: `${code} · ${town} · ${format.dateRange(startsOn, endsOn)}`,
        }))}
      />
    </div>
  );
}

function VersionNote({ version }: { version: Version }) {
  const { t } = useTranslation('paperwork');
  const { participant, host } = version.content.readers;
  const readers = [participant && t('frame.participant'), host && t('frame.host')].filter(Boolean).join(', ');
  return (
    <p style={{ margin: '12px 0 0' }}>
      {t('version.number', { number: version.number })}.{' '}
      {readers ? t('issue.goesTo', { readers }) : t('issue.goesToNobody')}
    </p>
  );
}
