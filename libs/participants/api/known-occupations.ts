import { type OccupationFacts } from '@softmob/participants-model';
import occupations from './esco-occupations.json';

const ESCO = 'http://data.europa.eu/esco/occupation/';

/** What Italian and German files call the trades that schools send most. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  cook: ['Cuoco', 'Cuoca', 'Koch', 'Köchin'],
  hairdresser: ['Acconciatore', 'Parrucchiere', 'Parrucchiera', 'Friseur', 'Friseurin'],
  'healthcare assistant': ['Operatore socio-sanitario', 'Operatore socio-assistenziale', 'Pflegehelfer'],
  'mechatronics assembler': ['Operatore meccatronico', 'Mechatroniker'],
  'waiter/waitress': ['Cameriere', 'Cameriera', 'Operatore di sala', 'Kellner', 'Restaurantfachmann'],
  baker: ['Panettiere', 'Fornaio', 'Bäcker'],
  confectioner: ['Pasticciere', 'Pasticcere', 'Konditor'],
  electrician: ['Elettricista', 'Elektriker', 'Elektroniker'],
  carpenter: ['Carpentiere', 'Zimmermann', 'Zimmerer'],
  'cabinet maker': ['Falegname', 'Ebanista', 'Tischler', 'Schreiner'],
  plumber: ['Idraulico', 'Klempner', 'Anlagenmechaniker'],
  welder: ['Saldatore', 'Schweißer'],
  'office clerk': ['Impiegato d’ufficio', 'Bürokaufmann', 'Bürokauffrau'],
};

/**
 * The occupations of ESCO v1.2 by their preferred English label: this service uses the ESCO classification of the European
 * Commission.
 */
export const knownOccupations: readonly OccupationFacts[] = Object.entries(occupations).map(([label, id]) => ({
  label,
  uri: `${ESCO}${id}`,
  altLabels: OTHER_NAMES[label] ?? [],
}));
