import { useQuery } from '@apollo/client/react';
import { QueryError } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { useParams } from 'react-router';
import { TemplateDocument } from './paperwork.operations.coordinator';
import { TemplateEditor } from './template-editor.coordinator';

/** One template: read where it is shipped, worked on where it is the school's own. */
export function TemplateScreen() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(TemplateDocument, { variables: { id }, fetchPolicy: 'network-only' });
  if (error) return <QueryError error={error} level={1} backTo="/papers" onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="page" />;
  const { documentTemplate: template } = data;
  return (
    <TemplateEditor
      key={`${template.id} ${String(template.version)}`}
      template={template}
      onChanged={async () => {
        await refetch();
      }}
    />
  );
}
