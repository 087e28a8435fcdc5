import Button from '@mui/material/Button';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { groupBy } from '../shared/group-by';
import { PlacementStatus } from '../shared/status';
import { PlainRows } from '../shared/capacity-list';
import { type CompanyPlacement } from './companies.operations';
import { TakeBack } from './take-back';

/** Who learns at the company, by tutor; a tutor is replaced for all of theirs at once. */
export function CompanyLearners({
  placements,
  onReplaceTutor,
}: {
  placements: readonly CompanyPlacement[];
  onReplaceTutor: (placementIds: readonly string[]) => void;
}) {
  const { t } = useTranslation('placements');
  const format = useFormat();
  if (placements.length === 0) return <p>{t('companies.nobody')}</p>;
  return (
    <>
      {[...groupBy(placements, ({ tutor }) => tutor?.personId ?? '')].map(([tutorId, rows]) => (
        <div key={tutorId} style={{ marginBottom: 16 }}>
          <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 }}>
            <span style={{ flex: '1 1 160px' }}>
              {rows[0]?.tutor ? t('companies.tutor', { name: rows[0].tutor.name }) : t('arrivals.noTutor')}
            </span>
            <Button size="small" variant="outlined" onClick={() => onReplaceTutor(rows.map(({ id }) => id))}>
              {t(tutorId ? 'companies.replaceTutor' : 'companies.nameTutor')}
            </Button>
          </div>
          <PlainRows>
            {rows.map(({ id, status, startsOn, endsOn, flow, sendingOrganisation, mobility }) => {
              const { participant, stage } = mobility;
              const name =
                [participant.firstName, participant.lastName].filter(Boolean).join(' ') ||
                t('companies.unnamed', { occupation: participant.occupation });
              return (
                <li key={id}>
                  <div>
                    <strong>{name}</strong>
                    <small className="num">
                      {flow.code} · {format.dateRange(startsOn, endsOn)}
                    </small>
                  </div>
                  <PlacementStatus status={status} reader="host" />
                  {status === 'confirmed' && stage === 'confirmed' && (
                    <TakeBack placementId={id} name={name} school={sendingOrganisation.name} />
                  )}
                  <Button
                    size="small"
                    href={`/messages/new?kind=placement&subject=${id}`}
                    sx={{ gridColumn: '1 / -1', justifySelf: 'start', ml: -1 }}
                  >
                    {t('kit:action.message')}
                  </Button>
                  {status === 'confirmed' && stage !== 'back' && (
                    <Button
                      size="small"
                      href={`/companies/${mobility.id}/replace`}
                      sx={{ gridColumn: '1 / -1', justifySelf: 'start', ml: -1 }}
                    >
                      {t('replace.action')}
                    </Button>
                  )}
                </li>
              );
            })}
          </PlainRows>
        </div>
      ))}
    </>
  );
}
