import { type ComposeInput } from './agreement-compose-input';
import { type AgreementContact, type ContactRole } from './agreement-content';

const person = (role: ContactRole, name: string, email: string, phone: string): AgreementContact => ({
  role,
  name,
  email,
  phone,
});

/** Facts of an invented minor in Berlin, for specs: every contact is named, nothing is missing. */
export const MINOR_IN_BERLIN: ComposeInput = {
  mobilityId: null,
  projectCode: '2026-1-IT01-KA121-VET-000012345',
  agreementNumber: 'LA-2027-BER1-009',
  participant: {
    firstName: 'Ștefania Jiālì',
    lastName: 'van den Berg Ștefănescu-Yıldız',
    email: 'stefania.vandenberg@monteverde.example',
    phone: '+39 323 121 4741',
    birthDate: '2009-08-12',
    classYear: '4C',
    qualification: 'Operatore del benessere',
    occupation: 'hairdresser',
    isced: '1012',
    eqf: 4,
    languageLevel: 'B1',
  },
  guardian: { name: 'Łukasz Përmeti Øster', email: 'famiglia.permeti@posta.example', phone: '+39 323 750 8508' },
  flow: {
    activityType: 'VET_SHORT',
    mode: 'physical',
    start: '2027-03-07',
    end: '2027-04-03',
    hoursPerWeek: 38,
    language: 'de',
  },
  school: {
    name: 'Istituto Professionale Monteverde',
    address: 'Via Cavour 12, 06034 Foligno',
    oid: 'E10999901',
    country: 'IT',
    contacts: [
      person('coordinator', 'Paola Ricci', 'paola.ricci@monteverde.example', '+39 0742 300 100'),
      person('teacher', 'Elena Costantini', 'elena.costantini@monteverde.example', '+39 0742 300 104'),
      person('legalRepresentative', 'Massimo Trabalza', 'dirigente@monteverde.example', '+39 0742 300 101'),
    ],
  },
  company: {
    name: 'Friseursalon Haarwerk Schöneberg & Töchter GmbH',
    address: 'Turmstraße 158, 10551 Berlin',
    oid: null,
    country: 'DE',
    contacts: [
      person('mentor', 'Annika Vogt', 'annika.vogt@haarwerk.example', '+49 30 5550 1581'),
      person('administrative', 'Jürgen Lindemann-Öztürk', 'buero@haarwerk.example', '+49 30 5550 1580'),
    ],
  },
  host: {
    name: 'Brückenbauer Mobilität gGmbH',
    address: 'Wollankstraße 40, 13187 Berlin',
    oid: 'E10999902',
    country: 'DE',
    contacts: [
      person('coordinator', 'Frieda Petersen', 'frieda.petersen@brueckenbauer.example', '+49 30 5550 4000'),
      person('emergency', 'Νίκος Παπαδόπουλος', 'notfall@brueckenbauer.example', '+49 170 555 0040'),
    ],
  },
  accompanying: [person('accompanying', 'Hervé Yıldız', 'prof.yildiz.0@monteverde.example', '+39 340 555 0199')],
  inclusion: null,
  today: '2026-11-22',
};

/** The same place with a grown-up cook whose company coordinates the stay itself. */
export const ADULT_COOK: ComposeInput = {
  ...MINOR_IN_BERLIN,
  agreementNumber: 'LA-2027-BER1-010',
  participant: {
    ...MINOR_IN_BERLIN.participant,
    firstName: 'Łucja',
    lastName: 'D’Angelo',
    birthDate: '2007-01-14',
    classYear: '5A',
    qualification: 'Operatore della ristorazione',
    occupation: 'cook',
    isced: '1013',
  },
  guardian: null,
  host: null,
};
