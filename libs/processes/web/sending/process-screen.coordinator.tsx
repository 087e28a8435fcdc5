import { useQuery } from '@apollo/client/react';
import { QueryError } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { useParams } from 'react-router';
import { ProcessEditor } from './process-editor.coordinator';
import { ProcessDocument } from './processes.operations.coordinator';

/** One process: read where it is another's, worked on where it is the school's own. */
export function ProcessScreen() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ProcessDocument, { variables: { id }, fetchPolicy: 'network-only' });
  if (error) return <QueryError error={error} level={1} backTo="/processes" onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="page" />;
  const { processTemplate: template, organisations } = data;
  return (
    <ProcessEditor
      key={`${template.id} ${String(template.version)}`}
      template={template}
      country={organisations.nodes[0]?.country ?? ''}
      onChanged={async () => {
        await refetch();
      }}
    />
  );
}
