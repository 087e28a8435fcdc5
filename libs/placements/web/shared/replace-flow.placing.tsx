import { useQuery } from '@apollo/client/react';
import { useSubmit, useToday } from '@softmob/portal-kit';
import { useState } from 'react';
import { useParams } from 'react-router';
import { firstDay, type Replaced, type ReplaceSubject } from './replace';
import { ReplaceScreen, type ReplaceScreenProps } from './replace-screen';
import { offersOf, replacedOf, subjectOf } from './replace-view';
import { ReplaceOffersDocument, ReplacePlacementDocument, ReplaceSubjectDocument } from './replace.operations.placing';

interface ReplaceFlowProps extends Pick<ReplaceScreenProps, 'reader'> {
  /** Where one came from, and how that is called; by the learner's flow where it is known. */
  backTo: (flowId: string | undefined) => ReplaceScreenProps['back'];
}

/** Another company for a learner whose own cannot go on: found by the school or by the host. */
export function ReplaceFlow({ reader, backTo }: ReplaceFlowProps) {
  const today = useToday();
  const { mobilityId = '' } = useParams();
  const [day, setDay] = useState<string | null>(null);
  const [replaced, setReplaced] = useState<{ subject: ReplaceSubject; facts: Replaced } | null>(null);
  const query = useQuery(ReplaceSubjectDocument, { variables: { id: mobilityId }, fetchPolicy: 'network-only' });
  const mobility = query.data?.mobility;
  const subject = mobility && subjectOf(mobility);
  const places = useQuery(ReplaceOffersDocument, {
    variables: {
      flowId: mobility?.flow.id ?? '',
      from: day ?? (subject ? firstDay(subject, today) : today),
      to: subject?.endsOn ?? today,
    },
    skip: !subject,
    fetchPolicy: 'network-only',
  });
  const capacities = (places.data ?? places.previousData)?.capacities;
  const { submit, saving, errors } = useSubmit(ReplacePlacementDocument);
  return (
    <ReplaceScreen
      subject={subject}
      error={query.error ?? places.error}
      onRetry={() => void (query.error ? query.refetch() : places.refetch())}
      offers={capacities && offersOf(capacities)}
      onDay={setDay}
      saving={saving}
      errors={errors}
      onSubmit={async (input) => {
        const done = await submit({ input });
        if (done && subject) setReplaced({ subject, facts: replacedOf(done.replacePlacement) });
        else void places.refetch();
        return done !== null;
      }}
      replaced={replaced}
      reader={reader}
      back={backTo(mobility?.flow.id)}
    />
  );
}
